import { ClosedMentors } from "@/components/matching/closed-mentors";
import { Filters } from "@/components/matching/mentor-filters";
import { MentorItem } from "@/components/matching/mentor-item";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { capital } from "@/lib/foundation/wording";
import { FEW_FOUND } from "@/lib/pairing/alerts/alert";
import { askedIn, between, possibleNow } from "@/lib/pairing/asking/asking";
import { findStanding } from "@/lib/pairing/asking/queries";
import { sayMarked, sayPossible } from "@/lib/pairing/asking/wording";
import { isFiltered, readFilters, writeCursor, writeFilters } from "@/lib/pairing/matching/input";
import { searchMentors } from "@/lib/pairing/matching/limited-search";
import { findClosedByName } from "@/lib/pairing/matching/queries";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { markMentor } from "../saved/actions";
import { TellMeWhen } from "../saved/tell-me-when";

export default async function MentorsPage({ searchParams }: PageProps<"/mentors">) {
  const viewer = await requireViewer("mentee");
  const [{ settings, now, hasProgrammes }, params] = await Promise.all([readRequest(), searchParams]);
  const asked = readFilters(params, settings);
  const finding = findStanding(viewer, now, hasProgrammes);
  const programmes = hasProgrammes ? (await finding).programmes : [];
  const programme = programmes.find(({ id }) => id === asked.programme) ?? null;
  const filters = { ...asked, programme: programme?.id ?? null };
  const [list, standing] = await Promise.all([searchMentors(viewer, settings, filters), finding]);
  const { mentors } = settings.words;
  if (!list) return <TooOften settings={settings} />;
  const narrowed = isFiltered(filters);
  const closed = filters.after ? [] : await findClosedByName(viewer, filters.words, now, filters.programme);
  const search = writeFilters({ ...filters, answers: [], after: null });
  const isFew = filters.after === null && list.mentors.length < FEW_FOUND;
  const here = `/mentors${writeFilters(filters, filters.after && writeCursor(filters.after))}`;
  const limits = settingsOf(programme?.own ?? null, settings);
  const possible = possibleNow(askedIn(standing, filters.programme), limits);
  return (
    <Page
      settings={settings}
      title={capital(mentors)}
      heading={list.wanted ? `${capital(mentors)} who fit what you asked for` : capital(mentors)}
      done={params.done}
      lede={`${list.wanted ? "Best matches first. " : ""}${sayPossible(possible, limits)}`}
    >
      {!list.wanted && (
        <Note>
          <p>
            We do not know yet what you are looking for. <Link href="/profile">Create Profile</Link>, and the {mentors} who fit
            you best come first.
          </p>
        </Note>
      )}
      <div className="grid grid-cols-1 items-start gap-6 full:grid-cols-[15rem_1fr] full:gap-12">
        <details className="folds group rounded-[0.5rem] border border-rule bg-sheet px-4 py-2 full:border-0 full:bg-transparent full:p-0">
          <summary className="py-1.5 font-semibold text-accent">
            {narrowed ? `Narrow the list (some ${mentors} are left out)` : "Narrow the list"}
          </summary>
          <div className="py-4 full:py-0">
            <Filters
              filters={filters}
              settings={limits}
              isFiltered={narrowed}
              questions={list.questions}
              programmes={programmes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
        </details>
        <section aria-labelledby="list" className="min-w-0">
          <h2 id="list" className="sr-only">
            The list
          </h2>
          <ClosedMentors
            mentors={closed}
            programmeId={filters.programme}
            settings={settings}
            timeZone={viewer.timeZone}
            now={now}
          />
          {(standing.saved.length > 0 || standing.hidden > 0 || standing.awaited.length > 0) && (
            <p className="mb-3">
              <Link href="/saved" className="inline-block py-1">
                {sayMarked(standing)}
              </Link>
            </p>
          )}
          {list.mentors.length > 0 ? (
            <>
              <Form
                action={markMentor}
                title={titleOf(capital(mentors), settings)}
                isOneOfSeveral
                className="border-t border-rule"
              >
                <HiddenField name="back" initial={here} />
                {list.mentors.map((mentor) => (
                  <MentorItem
                    key={mentor.memberId}
                    mentor={mentor}
                    asked={between(standing, mentor.memberId)}
                    possible={possible}
                    isSaved={standing.saved.includes(mentor.memberId)}
                    programmeId={filters.programme}
                    settings={settings}
                  />
                ))}
              </Form>
              <Pagination
                of={mentors}
                previous={filters.after ? `/mentors${writeFilters({ ...filters, after: null })}` : null}
                previousLabel="Back to the best matches"
                next={list.next && `/mentors${writeFilters(filters, list.next)}`}
              />
            </>
          ) : (
            closed.length === 0 && <Nobody settings={settings} isFiltered={narrowed} />
          )}
          {isFew && (
            <div className="mt-6">
              <TellMeWhen about={{ search }} name={null} isAwaited={standing.awaited.includes(search)} />
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}

function TooOften({ settings }: { settings: Settings }) {
  const { mentors } = settings.words;
  return (
    <Page settings={settings} title={capital(mentors)} heading={capital(mentors)}>
      <EmptyState
        heading="You have searched a lot in the last few minutes"
        action={<LinkButton href="/mentors">Show all {mentors}</LinkButton>}
      >
        <p>Please wait five minutes, then load this page again. Your filters are kept.</p>
      </EmptyState>
    </Page>
  );
}

function Nobody({ settings: { words }, isFiltered }: { settings: Settings; isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        heading={`No ${words.mentor} matches all of that`}
        action={<LinkButton href="/mentors">Show all {words.mentors}</LinkButton>}
      >
        <p>Try fewer topics, any region, or another way to meet.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState heading={`No ${words.mentor} has a place free at the moment`}>
      <p>New {words.mentors} join, and places become free again. Please look again in a week or two.</p>
    </EmptyState>
  );
}
