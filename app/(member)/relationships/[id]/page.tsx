import { redirect } from "next/navigation";
import { OpenQuestion } from "@/components/check-ins/open-question";
import { BlockLink } from "@/components/members/block-link";
import { CpdLink } from "@/components/reflections/cpd-link";
import { RelationshipLinks } from "@/components/relationships/relationship-links";
import { TellTheSociety } from "@/components/support/tell-the-society";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { Time } from "@/components/ui/time";
import { noteArrival } from "@/lib/entrypoints/arrival";
import { isId } from "@/lib/foundation/id";
import { atStart } from "@/lib/foundation/wording";
import { findCheckIn } from "@/lib/mentoring/check-ins/queries";
import { findDashboard } from "@/lib/mentoring/dashboard/queries";
import { isKnownProposal } from "@/lib/pairing/proposals/queries";
import { READ_ONLY, sayHowEnded, sayUnreachable } from "@/lib/pairing/relationships/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { labelsOf } from "@/lib/society/settings/settings";
import { sayLetters } from "@/lib/staff/relationships/wording";
import { answerQuestion } from "../../check-ins/actions";
import { GoOn } from "./go-on";
import { NextStepPanel } from "./next-step-panel";
import { OwnAddress } from "./own-address";
import { Pause } from "./pause";
import { WhereWeAre } from "./where-we-are";

export default async function RelationshipPage({ params, searchParams }: PageProps<"/relationships/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const [found, checkIn] = await Promise.all([
    findDashboard(viewer, id, now),
    isId(id) ? findCheckIn(viewer, id, settings, now) : null,
  ]);
  if (!found)
    return (await isKnownProposal(viewer, id)) ? redirect(`/relationships/${id}/details`) : findNothing(viewer, "relationship");
  await noteArrival();
  const { relationship, standing, proposal } = found;
  const { partner, viewerIs, startedAt, agreedUntil, endedAt, endedBecause, isOpen } = relationship;
  const { words } = settings;
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      title={`You and ${partner.name}`}
      heading={`You and ${partner.name}`}
      lede={
        isOpen ? (
          <>
            Mentoring since <Time at={startedAt} {...when} />, agreed until <Time at={agreedUntil} {...when} />.
          </>
        ) : (
          <>
            Mentoring from <Time at={startedAt} {...when} /> to <Time at={endedAt ?? agreedUntil} {...when} />.{" "}
            {sayHowEnded(endedBecause ?? "completed", viewerIs, partner.name)}
          </>
        )
      }
      back={{ href: "/relationships", label: "Relationships" }}
      done={done}
    >
      <div className="-mt-3 border-y border-rule py-2">
        <RelationshipLinks id={id} partnerName={partner.name} unread={relationship.unread} without={relationship.without} />
      </div>
      {!isOpen && (
        <Note>
          {relationship.sharedReason && <p className="prose-plain">The society’s reason: {relationship.sharedReason}</p>}
          <p>{READ_ONLY}</p>
        </Note>
      )}
      {!partner.isActive && isOpen && (
        <Note>
          <p>
            {sayUnreachable(partner.name, settings.society.product)}{" "}
            <Link href={`/support?relationship=${id}`}>Ask the society</Link> if you have questions.
          </p>
        </Note>
      )}
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.55fr_1fr] full:gap-14">
        <div className="grid min-w-0 gap-10">
          {checkIn?.open && (
            <OpenQuestion open={checkIn.open} action={answerQuestion} title={titleOf(`You and ${partner.name}`, settings)} />
          )}
          {checkIn?.isWaiting && isOpen && (
            <Note kind="plain">
              <p>
                You are waiting for a reply from {partner.name}, and we have asked. You need not wait for ever:{" "}
                <Link href={`/relationships/${id}/end`}>you can end it without blame</Link>.
              </p>
            </Note>
          )}
          <NextStepPanel id={id} standing={standing} partnerName={partner.name} settings={settings} {...when} />
          <WhereWeAre id={id} standing={standing} partnerName={partner.name} {...when} />
          {relationship.letters > 0 && (
            <p>
              <Link href={`/relationships/${id}/letters`}>{sayLetters(relationship.letters)}</Link>
            </p>
          )}
          {!relationship.without.includes("reflections") && <CpdLink />}
          {isOpen && checkIn && <Pause relationship={relationship} checkIn={checkIn} settings={settings} {...when} />}
          {!isOpen && relationship.mayShowAddress && <OwnAddress relationship={relationship} settings={settings} />}
          {isOpen && <GoOn relationship={relationship} settings={settings} {...when} />}
        </div>
        <aside aria-labelledby="partner" className="grid min-w-0 gap-4">
          <div className="flex items-center gap-4">
            <Portrait of={partner} />
            <h2 id="partner" className="prose-plain min-w-0">
              {atStart(partner.name)}
            </h2>
          </div>
          <Facts
            facts={[
              [`${isOpen ? "Your" : "Was your"} ${viewerIs === "mentee" ? words.mentor : words.mentee}`, partner.headline],
              [
                "E-mail",
                partner.email && (
                  <a key="e-mail" href={`mailto:${partner.email}`}>
                    {partner.email}
                  </a>
                ),
              ],
              [viewerIs === "mentee" ? "Your objectives" : `${partner.name}’s objectives`, proposal.objectives],
              ["Topics", labelsOf(settings.topics, proposal.topics).join("; ")],
              ["Meet", labelsOf(settings.methods, proposal.methods).join(", ")],
              ["When and how often", proposal.meeting],
            ]}
          />
        </aside>
      </div>
      <TellTheSociety id={id} />
      <BlockLink memberId={partner.memberId} name={partner.name} />
    </Page>
  );
}
