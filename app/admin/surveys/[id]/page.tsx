import { notFound } from "next/navigation";
import { Page } from "@/components/ui/page";
import { isStanding } from "@/lib/mentoring/surveys/survey";
import { listProgrammes } from "@/lib/pairing/programmes/queries";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { isOpen } from "@/lib/staff/surveys/decide";
import { ResultsFilter } from "@/lib/staff/surveys/input";
import { findForStaff, readResults } from "@/lib/staff/surveys/queries";
import { STATUS_LABELS, sayAudience } from "@/lib/staff/surveys/wording";
import { ListFile } from "../../list-file";
import { Closing, DraftParts } from "./draft-parts";
import { ResultsParts } from "./results-parts";

/** A survey: a draft with its questions, or what has been answered. */
export default async function SurveyPage({ params, searchParams }: PageProps<"/admin/surveys/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done, ...asked }] = await Promise.all([readRequest(), params, searchParams]);
  const [found, programmes] = await Promise.all([findForStaff(viewer, id), listProgrammes(now)]);
  if (!found) notFound();
  const { own } = found;
  const page = { settings, done, back: { href: "/admin/surveys", label: "Surveys" } };
  const programmeName = programmes.find((one) => one.id === own?.programmeId)?.name ?? null;
  if (own?.status === "draft") {
    return (
      <Page {...page} heading={own.title} lede={`Draft. ${sayAudience(own, programmeName, settings)}.`} isNarrow>
        <DraftParts survey={own} settings={settings} memberId={viewer.memberId} now={now} />
      </Page>
    );
  }
  const filter = ResultsFilter.parse(asked);
  const { results, texts } = await readResults(viewer, found.asked, filter);
  const state = own
    ? `${STATUS_LABELS[isOpen(own, now) || (own.status === "open" && own.startsAt > now) ? "open" : "closed"]}. ${sayAudience(own, programmeName, settings)}.`
    : isStanding(id) && settings.surveys[id]
      ? "Members are asked."
      : "Members are not asked: an administrator can turn it on under Settings, Surveys.";
  return (
    <Page {...page} title={found.asked.title} heading={found.asked.title} lede={state}>
      <ResultsParts
        id={id}
        questions={found.asked.questions}
        results={results}
        texts={texts}
        filter={filter}
        programmes={programmes.length > 1 ? programmes : []}
        settings={settings}
      />
      <ListFile list="survey-figures" filters={{ survey: id }} />
      {own?.status === "open" && own.endsAt > now && <Closing survey={own} settings={settings} />}
    </Page>
  );
}
