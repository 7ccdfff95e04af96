import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ProgrammeFields } from "@/components/programmes/programme-fields";
import { Button } from "@/components/ui/button";
import { Draft } from "@/components/ui/draft";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { capital, sayUpTo } from "@/lib/foundation/wording";
import { MOST_COUNTED } from "@/lib/pairing/joining/joining";
import { STATUS_WORDS } from "@/lib/pairing/joining/wording";
import { allowedMoves, isEditable, isScheme } from "@/lib/pairing/programmes/access";
import { textsOf } from "@/lib/pairing/programmes/input";
import type { Programme } from "@/lib/pairing/programmes/programme";
import { sayStanding, TEXTS } from "@/lib/pairing/programmes/texts/wording";
import { MOVES, sayFinding, sayNextDate, sayStatus, sayTime } from "@/lib/pairing/programmes/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { findOverview, findProgrammeIn, type Overview } from "@/lib/staff/coordinating/queries";
import { RIGHT_WORDS } from "@/lib/staff/coordinating/wording";
import { copyProgramme, moveProgramme, saveProgramme } from "../actions";

export default async function ProgrammePage({ params, searchParams }: PageProps<"/admin/programmes/[id]">) {
  const viewer = await requireStaff("programmes");
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const programme = await findProgrammeIn(viewer, "programmes", id, now);
  if (!programme) notFound();
  const { members, texts, conditions, holders } = await findOverview(viewer, programme);
  const { name, own } = programme;
  const next = sayNextDate(programme, now, viewer.timeZone);
  return (
    <Page
      settings={settings}
      title={name}
      heading={<span className="prose-plain">{name}</span>}
      lede={`${sayStatus(programme)}.${next ? ` ${next}.` : ""}`}
      back={{ href: "/admin/programmes", label: "Programmes" }}
      done={done}
      isNarrow
    >
      {!isScheme(programme) && (
        <>
          <Moves programme={programme} settings={settings} now={now} />
          <Members programme={programme} counts={members} settings={settings} />
          {viewer.staff === "admin" && (
            <p>
              <Link href={`/admin/questions?programme=${id}`} className="inline-block py-1">
                Questions on joining
              </Link>
            </p>
          )}
        </>
      )}
      <Conditions programme={programme} asked={conditions} />
      {!isScheme(programme) && <Texts programme={programme} standings={texts} />}
      {isEditable(programme) ? (
        <section aria-labelledby="about" className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
          <h2 id="about">About it</h2>
          {isScheme(programme) && (
            <p>Everybody with a profile takes part in it. Its days and limits are those of the society’s settings.</p>
          )}
          <Form action={saveProgramme} submit="Save" title={titleOf(name, settings)} isOneOfSeveral>
            <Which programme={programme} />
            <Draft memberId={viewer.memberId} place={`admin/programmes/${id}`} />
            <ProgrammeFields
              settings={settings}
              initial={textsOf(programme, settings.society.timeZone)}
              topics={own.topics ?? []}
              withoutTools={own.withoutTools ?? []}
              hasWordsOnly={isScheme(programme)}
            />
          </Form>
        </section>
      ) : (
        <Facts
          facts={[
            ["For whom it is", programme.forWhom],
            ["Its time", sayTime(programme.time)],
            ["How people find each other", sayFinding(programme.finding, settings.words)],
          ]}
        />
      )}
      {viewer.staff !== "none" && (
        <>
          <Holders holders={holders} />
          <section aria-labelledby="copy" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
            <h2 id="copy">Copy it</h2>
            <p>
              The copy is a draft with the same settings, texts, questions on joining and conditions. The dates of an intake
              move on by a year.
            </p>
            <Form action={copyProgramme} submit="Copy" kind="quiet" title={titleOf(name, settings)} isOneOfSeveral>
              <Which programme={programme} />
              <HiddenField name="copyId" initial={randomUUID()} />
            </Form>
          </section>
        </>
      )}
    </Page>
  );
}

/** A button for each step that it can take now, with what it does. */
function Moves({ programme, settings, now }: { programme: Programme; settings: Settings; now: Date }) {
  return (
    <Form action={moveProgramme} title={titleOf(programme.name, settings)} isOneOfSeveral>
      <Which programme={programme} />
      <ul className="grid gap-4">
        {allowedMoves(programme, now).map((move) => (
          <li key={move} className="grid max-w-none gap-1.5">
            <p>
              <Button kind={move === "close" ? "danger" : "quiet"} name="move" value={move}>
                {MOVES[move].button}
              </Button>
            </p>
            <p className="text-soft">{MOVES[move].effect}</p>
          </li>
        ))}
      </ul>
    </Form>
  );
}

interface MembersProps {
  programme: Programme;
  counts: Overview["members"];
  settings: Settings;
}

/** How many are in it, and who has applied. */
function Members({ programme: { id }, counts, settings }: MembersProps) {
  return (
    <section aria-labelledby="members" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
      <h2 id="members">Members</h2>
      {counts.length === 0 && <p>Nobody has joined yet.</p>}
      <Facts
        facts={counts.map(({ role, status, count }) => [
          `${capital(settings.words[role])}: ${STATUS_WORDS[status]}`,
          capital(sayUpTo(count, MOST_COUNTED)),
        ])}
      />
      <p>
        <Link
          href={`/admin/programmes/${id}/members${counts.some(({ status }) => status === "applied") ? "?status=applied" : ""}`}
          className="inline-block py-1"
        >
          See its members
        </Link>
      </p>
    </section>
  );
}

/** What partners in it read: its own, or the society's. */
function Texts({ programme: { id }, standings }: { programme: Programme; standings: Overview["texts"] }) {
  return (
    <section aria-labelledby="texts" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
      <h2 id="texts">Texts</h2>
      <ul className="grid gap-2">
        {standings.map((standing) => (
          <li key={standing.slug}>
            <Link href={`/admin/programmes/${id}/texts/${standing.slug}`} className="inline-block py-0.5">
              {TEXTS[standing.slug].name}
            </Link>
            <span className="block text-soft">{sayStanding(standing)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What its roles need. */
function Conditions({ programme: { id }, asked }: { programme: Programme; asked: Overview["conditions"] }) {
  return (
    <section aria-labelledby="conditions" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
      <h2 id="conditions">Conditions</h2>
      {asked.length === 0 && <p>Members need nothing more than a profile.</p>}
      <ul className="grid">
        {asked.map((condition) => (
          <li key={condition.id}>
            <Link href={`/admin/readiness/conditions/${condition.id}`} className="inline-block py-1 wrap-anywhere">
              {condition.name}
            </Link>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href={`/admin/readiness/conditions/new?programme=${id}`} className="inline-block py-1">
          Add a condition
        </Link>
        {asked.length > 0 && (
          <Link href={`/admin/readiness?programme=${id}`} className="inline-block py-1">
            See who lacks what
          </Link>
        )}
      </p>
    </section>
  );
}

/** Who looks after it, or reads its figures, without being staff. */
function Holders({ holders }: Pick<Overview, "holders">) {
  return (
    <section aria-labelledby="holders" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
      <h2 id="holders">Coordinators and readers</h2>
      {holders.length === 0 && <p>Only staff look after it.</p>}
      <ul className="grid gap-2">
        {holders.map(({ memberId, name, right }) => (
          <li key={memberId}>
            <Link href={`/admin/members/${memberId}/programmes`} className="inline-block py-0.5">
              {name}
            </Link>
            , {RIGHT_WORDS[right].label.toLowerCase()}
          </li>
        ))}
      </ul>
      <p className="text-soft">To name somebody, open their page under Members.</p>
    </section>
  );
}

/** The version that is on the page: somebody else's change since then is not overwritten. */
function Which({ programme: { id, version } }: { programme: Programme }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <VersionField name="seen" initial={version} />
    </>
  );
}
