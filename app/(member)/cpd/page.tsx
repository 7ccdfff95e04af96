import { DocumentText } from "@/components/content/document-text";
import { ReflectionList } from "@/components/reflections/reflection-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import { env } from "@/lib/foundation/env";
import { listReflections, listYears } from "@/lib/mentoring/reflections/queries";
import { sumUp, toYear } from "@/lib/mentoring/reflections/reflection";
import { sayTotals } from "@/lib/mentoring/reflections/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { getDocument } from "@/lib/society/content/queries";
import { Downloads } from "./downloads";
import { Years } from "./years";

export default async function CpdPage({ searchParams }: PageProps<"/cpd">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { year: asked, done }] = await Promise.all([readRequest(), searchParams]);
  const year = toYear(asked, now, viewer.timeZone);
  const [reflections, years, explanation] = await Promise.all([
    listReflections(viewer, year),
    listYears(viewer),
    getDocument("cpd", { settings, signIn: env().SIGN_IN }, now),
  ]);
  return (
    <Page
      settings={settings}
      title={`CPD record ${year}`}
      heading="CPD record"
      lede="Your notes on what you learned from mentoring, for your professional development."
      back={{ href: "/relationships", label: "Relationships" }}
      done={done}
    >
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.6fr_1fr] full:gap-14">
        <section aria-labelledby="year" className="grid gap-5">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <h2 id="year">{year}</h2>
            {reflections.length > 0 && <LinkButton href="/cpd/new">Write a reflection</LinkButton>}
          </div>
          <Years years={years} current={year} thisYear={toYear(null, now, viewer.timeZone)} />
          {reflections.length > 0 ? (
            <>
              <p>
                <strong>{sayTotals(sumUp(reflections))}</strong>
              </p>
              <WhoReads>Only you can read your record, even after a relationship has ended.</WhoReads>
              <ReflectionList reflections={reflections} />
            </>
          ) : (
            <EmptyState
              heading={`Nothing written in ${year}`}
              action={<LinkButton href="/cpd/new">Write a reflection</LinkButton>}
            >
              <p>
                After a meeting, write a line or two: what you did, what you learned, how you will use it. Only you can read it.
              </p>
            </EmptyState>
          )}
        </section>
        <aside className="grid gap-10">
          {reflections.length > 0 && <Downloads year={year} reflections={reflections} />}
          <section aria-labelledby="counts" className="grid gap-4 border-t border-rule pt-6">
            <h2 id="counts">{explanation.title}</h2>
            <DocumentText blocks={explanation.blocks} />
            {settings.society.cpdUrl && (
              <p>
                <a href={settings.society.cpdUrl} className="inline-block py-1">
                  What {settings.society.name} counts
                </a>
              </p>
            )}
          </section>
        </aside>
      </div>
    </Page>
  );
}
