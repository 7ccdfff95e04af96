import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { sayUpTo } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { type Group, MOST_ROWS } from "@/lib/staff/inbox/kinds";
import { actsFor } from "@/lib/staff/inbox/many/act";
import { sayButton } from "@/lib/staff/inbox/many/wording";
import { sayKind } from "@/lib/staff/inbox/wording";
import { TickAll } from "./tick-all";
import { TodayItem } from "./today-item";

interface TodayGroupProps {
  group: Group;
  /** Today shows this one alone. */
  programme: string | null;
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** The items of one kind. Where there are several they can be ticked, and dealt with at once. */
export function TodayGroup({ group, programme, settings, timeZone, now }: TodayGroupProps) {
  const { kind, rows, count } = group;
  const isTickable = rows.length > 1;
  const heading = sayKind(kind, settings.words);
  return (
    <section aria-labelledby={`kind-${kind}`} className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={`kind-${kind}`}>
          {heading}: {sayUpTo(count, MOST_ROWS)}
        </h2>
        {count > rows.length && (
          <Link href={`/admin?kind=${kind}${programme ? `&programme=${programme}` : ""}`} className="py-1">
            See more of these<span className="sr-only">: {heading}</span>
          </Link>
        )}
      </div>
      {isTickable && <TickAll keys={rows.map(({ key }) => key)} />}
      <ol className="grid grid-cols-1 border-b border-rule">
        {rows.map((row) => (
          <TodayItem key={row.key} row={row} isTickable={isTickable} settings={settings} timeZone={timeZone} now={now} />
        ))}
      </ol>
      {isTickable && (
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {actsFor(kind).map((act) => (
            <Button key={act} kind="quiet" name="act" value={`${act} ${kind}`}>
              {sayButton(act, kind)}
              <span className="sr-only">: {heading}</span>
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
