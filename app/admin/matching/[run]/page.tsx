import { notFound } from "next/navigation";
import { TextField } from "@/components/ui/field";
import { FilterForm, Kept } from "@/components/ui/filter-form";
import { Link } from "@/components/ui/link";
import { LookAgain } from "@/components/ui/look-again";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Time } from "@/components/ui/time";
import { capital, sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { addressOf, ListInput } from "@/lib/staff/matching/input";
import { findPeopleOf } from "@/lib/staff/matching/people/queries";
import { countViews, findRun, listLeftOver, listMatches } from "@/lib/staff/matching/queries";
import { allowedCommands, isWorking, VIEWS, type View } from "@/lib/staff/matching/run";
import { STATUS_LABELS, sayProgress, sayView } from "@/lib/staff/matching/wording";
import { RunForms } from "./forms";
import { LeftOver, LeftOverLinks } from "./left-over";
import { Matches } from "./matches";

/** These say something even where nobody is in them. */
const ALWAYS: readonly View[] = ["draft", "left"];

/** One run: how far its work has come, then its drafts, pair by pair. */
export default async function RunPage({ params, searchParams }: PageProps<"/admin/matching/[run]">) {
  const viewer = await requireStaff("matching");
  const [{ settings, now }, { run: id }, asked] = await Promise.all([readRequest(), params, searchParams]);
  const run = await findRun(viewer, id);
  if (!run) notFound();
  const list = ListInput.parse(asked);
  const { view, who, after = null } = list;
  const isBusy = isWorking(run.status);
  const { people, isCut } = await findPeopleOf(viewer, id, who);
  const part = { after, people };
  const [counts, { matches, left, next }] = await Promise.all([
    countViews(viewer, id, people),
    view === "left"
      ? listLeftOver(viewer, id, part).then((found) => ({ ...found, matches: [] }))
      : listMatches(viewer, id, view, part, settings).then((found) => ({ ...found, left: [] })),
  ]);
  const of = view === "left" ? settings.words.mentees : "pairs";
  return (
    <Page
      settings={settings}
      title={`Matching: ${run.programme}`}
      heading={<span className="prose-plain">{`Matching: ${run.programme}`}</span>}
      lede={`${STATUS_LABELS[run.status]}. ${sayProgress(run, settings.words)}`}
      back={{ href: "/admin/matching", label: "Matching" }}
      done={asked.done}
    >
      <p className="text-soft">
        Begun <Time at={run.startedAt} now={now} timeZone={viewer.timeZone} as="date-time" /> by{" "}
        {run.startedBy ?? "a colleague"}.
        {counts.publishing > 0 && ` ${sayNumber(counts.publishing)} pairs are being published at this moment.`}
      </p>
      {(isBusy || counts.publishing > 0) && <LookAgain />}
      <RunForms run={run} commands={allowedCommands(run)} drafts={counts.drafts} settings={settings} />
      {!isBusy && (
        <>
          {(who !== undefined || VIEWS.some((one) => counts[one] > 0)) && (
            <FilterForm
              href={`/admin/matching/${id}`}
              submit="Search"
              isFiltered={who !== undefined}
              all={addressOf(id, { view })}
            >
              <Kept values={{ view }} />
              <TextField
                name="who"
                label={`${capital(settings.words.mentee)} or ${settings.words.mentor}`}
                hint="Name or number"
                type="search"
                initial={who}
                maxLength={80}
              />
            </FilterForm>
          )}
          {isCut && (
            <Note kind="plain">
              <p>Too many members match, so some are left out. Type more of the name or number.</p>
            </Note>
          )}
          <LeftOverLinks run={id} counts={counts} settings={settings} />
          <nav aria-label="Pairs by where they stand">
            <ul className="flex flex-wrap gap-x-6 gap-y-2">
              {VIEWS.filter((one) => one === view || ALWAYS.includes(one) || counts[one] > 0).map((one) => (
                <li key={one}>
                  <Link
                    href={addressOf(id, { view: one, who })}
                    aria-current={one === view ? "page" : undefined}
                    className="inline-block py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                  >
                    {sayView(one)} ({sayNumber(counts[one])})
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {view === "left" ? (
            <LeftOver run={run} list={list} left={left} settings={settings} now={now} timeZone={viewer.timeZone} />
          ) : (
            <Matches run={run} list={list} matches={matches} settings={settings} />
          )}
          <Pagination
            of={of}
            previous={after && addressOf(id, { view, who })}
            previousLabel="Back to the first page"
            next={next && addressOf(id, { view, who, after: next })}
          />
        </>
      )}
    </Page>
  );
}
