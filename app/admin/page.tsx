import { randomUUID } from "node:crypto";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { readId } from "@/lib/foundation/id";
import { sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { listProgrammesIn } from "@/lib/staff/coordinating/queries";
import { type Group, isKind, MOST_ROWS } from "@/lib/staff/inbox/kinds";
import { listOfKind, listToday } from "@/lib/staff/inbox/queries";
import { findSetup } from "@/lib/staff/setup/queries";
import { actOnToday } from "./actions";
import { ProgrammeChoice } from "./programme-choice";
import { SetupBox } from "./setup-box";
import { TodayGroup } from "./today-group";

/** Everything that needs attention by kind, or all of one kind, with buttons to deal with one item or with several at once. */
export default async function TodayPage({ searchParams }: PageProps<"/admin">) {
  const viewer = await requireStaff("today");
  const [{ settings, now, hasProgrammes }, { done, kind, programme }] = await Promise.all([readRequest(), searchParams]);
  const only = isKind(kind) ? kind : null;
  const narrowedTo = readId(programme);
  const isOfSociety = scopeOf(viewer, "today") === "all";
  const [groups, setup, programmes] = await Promise.all([
    only
      ? listOfKind(viewer, only, settings, now, narrowedTo).then((group) => (group ? [group] : []))
      : listToday(viewer, settings, now, narrowedTo),
    only || !isOfSociety ? [] : findSetup(viewer, settings),
    hasProgrammes ? listProgrammesIn(viewer, "today", now) : [],
  ]);
  const back = only ? { back: { href: "/admin", label: "Everything on Today" } } : {};
  return (
    <Page settings={settings} title="Today" heading="Today" lede={ledeOf(groups)} done={done} {...back}>
      <SetupBox setup={setup} settings={settings} />
      <ProgrammeChoice programmes={programmes} chosen={narrowedTo} kind={only} />
      {groups.length === 0 ? (
        <EmptyState heading="Nothing needs your attention">
          <p>
            As far as dates can tell, everybody has replied, met and been reached. Anything new will appear here by itself. Have
            a good day.
          </p>
        </EmptyState>
      ) : (
        // One form for all items: a separate form for each would be a third of the page.
        <Form action={actOnToday} title={titleOf("Today", settings)} isOneOfSeveral className="grid gap-14">
          <HiddenField name="formId" initial={randomUUID()} />
          {groups.map((group) => (
            <TodayGroup
              key={group.kind}
              group={group}
              programme={narrowedTo}
              settings={settings}
              timeZone={viewer.timeZone}
              now={now}
            />
          ))}
        </Form>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/admin/today/aside" className="py-1">
          Put aside
        </Link>
        {env().isDemonstration && (
          <>
            <Link href="/demo/clock" className="py-1">
              Time machine
            </Link>
            <Link href="/demo/mailbox" className="py-1">
              Mailbox of the demonstration
            </Link>
          </>
        )}
        {!viewer.isMentor && !viewer.isMentee && (
          <Link href="/join" className="py-1">
            Take part as {settings.words.mentee} or {settings.words.mentor}
          </Link>
        )}
      </p>
    </Page>
  );
}

function ledeOf(groups: readonly Group[]): string {
  const count = groups.reduce((all, group) => all + Math.min(group.count, MOST_ROWS), 0);
  if (count === 0) return "Nothing needs your attention.";
  if (count === 1) return "One item needs your attention.";
  const hasMore = groups.some((group) => group.count > MOST_ROWS);
  return `${hasMore ? `More than ${sayNumber(count)}` : sayNumber(count)} items need your attention.`;
}
