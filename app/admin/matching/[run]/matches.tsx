import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Kept } from "@/components/ui/filter-form";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { titleOf } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TickOne } from "@/components/ui/tick-one";
import { writeTick } from "@/lib/foundation/ticks";
import type { Settings } from "@/lib/society/settings/settings";
import { addressOf, type RunList } from "@/lib/staff/matching/input";
import type { MatchLine, RunEntry } from "@/lib/staff/matching/queries";
import { sayNobodyHere, sayRather, sayReasonForStaff, sayRoles, sayState, sayView } from "@/lib/staff/matching/wording";
import { TickAll } from "../../tick-all";
import { actOnMatches } from "../actions";

interface MatchesProps {
  run: RunEntry;
  list: RunList;
  matches: readonly MatchLine[];
  settings: Settings;
}

/** Pair by pair: why the two fit, what the mentor does not cover, and whom either would rather have. */
export function Matches({ run, list, matches, settings }: MatchesProps) {
  const { view, who } = list;
  if (matches.length === 0)
    return (
      <EmptyState heading={`${sayView(view)}: none`}>
        <p>{who === undefined ? "There are no pairs here." : sayNobodyHere(who)}</p>
      </EmptyState>
    );
  const areDrafts = view === "draft" || view === "locked" || view === "hand";
  if (!areDrafts || run.status !== "drafted") return <Rows {...{ run, list, matches, settings }} />;
  return (
    <Form action={actOnMatches} title={titleOf(`Matching: ${run.programme}`, settings)} isOneOfSeveral>
      <HiddenField name="runId" initial={run.id} />
      <Kept values={list} />
      {matches.length > 1 && <TickAll keys={matches.map(tickOf)} />}
      <Rows {...{ run, list, matches, settings }} areTickable />
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <Button name="act" value="lock" kind="quiet">
          Lock those ticked
        </Button>
        <Button name="act" value="unlock" kind="quiet">
          Unlock those ticked
        </Button>
        <Button name="act" value="drop" kind="danger">
          Drop those ticked
        </Button>
        <Button name="act" value="publish" kind="quiet">
          Publish those ticked
        </Button>
      </div>
    </Form>
  );
}

function Rows({ run, list, matches, settings, areTickable = false }: MatchesProps & { areTickable?: boolean }) {
  const { words } = settings;
  const [mentee, mentor] = sayRoles(words);
  const columns = [mentee, ...(areTickable ? ["Tick"] : []), mentor, "Why", "Other preferences", "Where it stands"];
  return (
    <Table
      caption={`Pairs: ${sayView(list.view)}`}
      columns={columns.map((label) => ({ label }))}
      rows={matches.map((match) => ({
        key: match.id,
        cells: [
          <Link key="mentee" href={pairOf(run, match)} className="inline-block min-w-28 py-0.5 wrap-anywhere">
            {match.mentee.name}
            <span className="sr-only"> and {match.mentor.name}, side by side</span>
          </Link>,
          ...(areTickable
            ? [
                <TickOne
                  key="tick"
                  name="ticked"
                  value={tickOf(match)}
                  label={`${match.mentee.name} and ${match.mentor.name}`}
                />,
              ]
            : []),
          <span key="mentor" className="block min-w-28 wrap-anywhere">
            {match.mentor.name}
          </span>,
          <Sentences key="why" sentences={match.reasons.map((reason) => sayReasonForStaff(reason, words))} />,
          <Rather key="rather" match={match} settings={settings} />,
          <div key="state" className="grid min-w-20 gap-1">
            <span>{sayState(match, words)}</span>
            {match.state === "draft" && (
              <Link href={addressOf(run.id, list, match.mentee.id)} className="inline-block py-0.5">
                Swap<span className="sr-only">: {match.mentee.name}</span>
              </Link>
            )}
          </div>,
        ],
      }))}
    />
  );
}

/** Whom either would rather have: names that few look up, so on a phone they are folded away and the next pair is in sight. */
function Rather({ match, settings: { words } }: { match: MatchLine; settings: Settings }) {
  const sentences = <Sentences sentences={sayRather(match, words)} />;
  if (match.ratherMentors.length + match.ratherMentees.length === 0) return sentences;
  return (
    <details className="folds">
      <summary className="py-0.5 text-accent">
        Show
        <span className="sr-only">
          : {match.mentee.name} and {match.mentor.name}
        </span>
      </summary>
      {sentences}
    </details>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="grid min-w-40 gap-1">
      {sentences.map((sentence) => (
        <li key={sentence} className="wrap-anywhere">
          {sentence}.
        </li>
      ))}
    </ul>
  );
}

function tickOf({ id, version }: MatchLine): string {
  return writeTick({ id, seen: version });
}

function pairOf({ programmeId }: RunEntry, { mentee, mentor }: MatchLine): string {
  return `/admin/matching/pair?programme=${programmeId}&mentee=${mentee.id}&mentor=${mentor.id}`;
}
