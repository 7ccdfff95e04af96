import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import type { Viewer } from "@/lib/foundation/viewer";
import { atStart, listInWords } from "@/lib/foundation/wording";
import { listItemsOf } from "@/lib/pairing/readiness/queries";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { findParticipant } from "@/lib/staff/coordinating/queries";
import { sayHolding } from "@/lib/staff/coordinating/wording";
import { allowedCommands } from "@/lib/staff/members/decide";
import type { Entry } from "@/lib/staff/members/directory";
import { findEntry, findTrail, listRelationshipsOf } from "@/lib/staff/members/entry/queries";
import {
  COMMAND_WORDS,
  STAFF_WORDS,
  STANDING_WORDS,
  STATUS_WORDS,
  sayMentorPlaces,
  sayRoles,
} from "@/lib/staff/members/wording";
import { MemberReadiness } from "./member-readiness";
import { MemberRelationships } from "./member-relationships";
import { ParticipantPage } from "./participant-page";
import { Trail } from "./trail";

export default async function MemberPage({ params, searchParams }: PageProps<"/admin/members/[id]">) {
  const viewer = await requireStaff("members");
  const [{ settings, now, hasProgrammes }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  if (viewer.staff === "none") return showParticipant(viewer, id);
  const entry = await findEntry(viewer, id);
  if (!entry) notFound();
  const [rows, trail] = await Promise.all([listRelationshipsOf(viewer, id, now), findTrail(viewer, id)]);
  const holdings = hasProgrammes ? entry.holdings : [];
  const when = { now, timeZone: viewer.timeZone };
  const name = atStart(entry.name);
  const subject = { ...entry, memberId: entry.id, isErased: entry.erasedAt !== null };
  const commands = allowedCommands(subject, viewer);
  return (
    <Page
      settings={settings}
      title={name}
      heading={name}
      lede={`${sayRoles(entry, settings.words)}. ${entry.erasedAt ? "Erased" : STATUS_WORDS[entry.status]}.`}
      back={{ href: "/admin/members", label: "Members" }}
      done={done}
    >
      {entry.suspendedReason && (
        <Note>
          <p>Suspended {entry.suspendedAt && <Time at={entry.suspendedAt} {...when} />}. Reason, for staff only:</p>
          <p className="whitespace-pre-line">{entry.suspendedReason}</p>
        </Note>
      )}
      {id === viewer.memberId && (
        <Note kind="plain">
          <p>This is your own account. A colleague has to make any changes that staff make to it.</p>
        </Note>
      )}
      {commands.length > 0 && (
        <nav aria-label={`What you can do for ${name}`} className="flex flex-wrap gap-3">
          {commands.map((command) => (
            <LinkButton
              key={command}
              href={`/admin/members/${id}/${command}`}
              kind={["suspend", "refuse", "erase"].includes(command) ? "danger" : "quiet"}
            >
              {COMMAND_WORDS[command].button}
            </LinkButton>
          ))}
        </nav>
      )}
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1fr_1.8fr] full:gap-14">
        <section aria-labelledby="account" className="grid min-w-0 gap-4">
          <h2 id="account">Account</h2>
          <Facts facts={[...factsOf(entry, when), ["For programmes", holdings.map(sayHolding).join("; ")]]} />
          {!entry.erasedAt && (
            <p>
              <Link href={`/admin/members/${id}/profile`}>Read the profile</Link>
            </p>
          )}
          {!entry.erasedAt &&
            entry.status === "active" &&
            id !== viewer.memberId &&
            (entry.hasMenteeProfile || entry.mentor) && (
              <p>
                <Link href={`/admin/matching/pair?${entry.hasMenteeProfile ? "mentee" : "mentor"}=${id}`}>
                  Match {name} with somebody
                </Link>
              </p>
            )}
          {!entry.erasedAt && id !== viewer.memberId && (
            <p>
              <Link href={`/admin/letters/new?to=${id}`}>Write to {name}</Link>
            </p>
          )}
          {!entry.erasedAt && hasProgrammes && entry.staff === "none" && (
            <p>
              <Link href={`/admin/members/${id}/programmes`}>Programmes that they look after</Link>
            </p>
          )}
        </section>
        <div className="grid min-w-0 gap-10">
          <MemberReadiness items={entry.items} isOwn={id === viewer.memberId} settings={settings} {...when} />
          <MemberRelationships rows={rows} settings={settings} {...when} />
          <Trail member={entry} trail={trail} {...when} />
        </div>
      </div>
    </Page>
  );
}

/** For the coordinators of a programme, who see nothing of the account. */
async function showParticipant(viewer: Viewer, id: string) {
  const { settings, now } = await readRequest();
  const participant = await findParticipant(viewer, id);
  if (!participant) notFound();
  const [rows, items] = await Promise.all([
    listRelationshipsOf(viewer, id, now),
    listItemsOf(scopeOf(viewer, "readiness") ?? [], id),
  ]);
  const isOwn = id === viewer.memberId;
  return <ParticipantPage {...{ participant, rows, items, isOwn, settings, now }} timeZone={viewer.timeZone} />;
}

interface When {
  now: Date;
  timeZone: string;
}

function factsOf(entry: Entry, when: When) {
  const { register, mentor } = entry;
  const date = (at: Date | null) => at && <Time at={at} {...when} />;
  const always = [
    ["Joined", date(entry.createdAt)],
    ["Last proposal activity", date(entry.movedAt) ?? "No proposal yet"],
  ] as const;
  // Everything else that said something about them has been erased.
  if (entry.erasedAt) return [["Account", <>Erased {date(entry.erasedAt)}</>] as const, ...always];
  return [
    ["Membership number", entry.number],
    ["E-mail", entry.email],
    [
      "Account",
      <>
        {STATUS_WORDS[entry.status]}
        {entry.eraseDueAt && <>. Everything is erased on {date(entry.eraseDueAt)}</>}
      </>,
    ],
    ["Membership", STANDING_WORDS[entry.standing]],
    ["Staff rights", STAFF_WORDS[entry.staff]],
    [
      "On the register",
      register && (
        <>
          {register.name}
          {register.email && `, ${register.email}`}. {STANDING_WORDS[register.standing]}, as imported{" "}
          {date(register.importedAt)}.
        </>
      ),
    ],
    ...Object.entries(register?.further ?? {}).map(([heading, said]) => [`${heading}, on the register`, said] as const),
    ["Last signed in", date(entry.lastSignedInAt) ?? "Never, or unknown"],
    ...always,
    ["Has blocked", listInWords(entry.blocks.hasBlocked) || null],
    ["Blocked by", listInWords(entry.blocks.isBlockedBy) || null],
    ["As a mentor", entry.isMentor ? sayMentorPlaces(mentor, when) : null],
    ["As a mentee", entry.isMentee ? (entry.hasMenteeProfile ? "Has a profile" : "No profile yet") : null],
  ] as const;
}
