import { notFound, redirect } from "next/navigation";
import { Facts } from "@/components/facts";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { Time } from "@/components/ui/time";
import { readRequest, requireViewer } from "@/lib/auth/session";
import { findProposal } from "@/lib/proposals/queries";
import { labelsOf } from "@/lib/settings/settings";
import { atStart } from "@/lib/wording";

export default async function RelationshipPage({ params, searchParams }: PageProps<"/relationships/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const found = await findProposal(viewer, id, settings, now);
  if (!found) notFound();
  const { partner, relationship, text, viewerIs } = found;
  if (!relationship) redirect(`/relationships/${id}/details`);
  const { words } = settings;
  const when = { now, timeZone: viewer.timeZone };
  const { startedAt, agreedUntil, endedAt } = relationship;
  return (
    <Page
      settings={settings}
      title={`You and ${partner.name}`}
      heading={`You and ${partner.name}`}
      lede={
        endedAt ? (
          <>
            Mentoring from <Time at={startedAt} {...when} /> to <Time at={endedAt} {...when} />.
          </>
        ) : (
          <>
            Mentoring since <Time at={startedAt} {...when} />, agreed until <Time at={agreedUntil} {...when} />.
          </>
        )
      }
      back={{ href: "/relationships", label: "Relationships" }}
      done={done}
    >
      {!partner.isActive && !endedAt && (
        <Note>
          <p>{partner.name} cannot sign in at the moment. If you have questions, ask the society.</p>
        </Note>
      )}
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.55fr_1fr] full:gap-14">
        <section aria-labelledby="start" className="rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-7">
          <h2 id="start">{endedAt ? "What you set out to do" : "How to begin"}</h2>
          {!endedAt && (
            <ol className="mt-4 grid list-decimal gap-2.5 pl-6 marker:text-soft">
              <li>
                Write to {partner.email ? <a href={`mailto:${partner.email}`}>{partner.name}</a> : partner.name}, and agree when
                and where to talk first.{" "}
                {viewerIs === "mentee" && `Most ${words.mentors} are glad when the ${words.mentee} takes this step.`}
              </li>
              <li>In the first conversation, get to know each other: your work now, what you are proud of, what you share.</li>
              <li>Agree how you stay in touch, how often you meet, and who arranges it.</li>
            </ol>
          )}
          <div className="mt-6 border-t border-rule pt-5">
            <Facts
              facts={[
                [viewerIs === "mentee" ? "Your objectives" : `${atStart(partner.name)}’s objectives`, text.objectives],
                ["Topics", labelsOf(settings.topics, text.topics).join("; ")],
              ]}
            />
          </div>
          <p className="mt-6">
            <a href={`/relationships/${id}/details`} className="inline-block py-1">
              Details
            </a>
          </p>
        </section>
        <aside aria-labelledby="partner" className="grid gap-4">
          <div className="flex items-center gap-4">
            <Portrait of={partner} />
            <h2 id="partner" className="prose-plain min-w-0">
              {atStart(partner.name)}
            </h2>
          </div>
          <Facts
            facts={[
              [`Your ${viewerIs === "mentee" ? words.mentor : words.mentee}`, partner.headline],
              ["E-mail", partner.email && <a href={`mailto:${partner.email}`}>{partner.email}</a>],
              ["Meet", labelsOf(settings.methods, text.methods).join(", ")],
              ["When and how often", text.meeting],
            ]}
          />
        </aside>
      </div>
    </Page>
  );
}
