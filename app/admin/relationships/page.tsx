import { Time } from "@/components/ui/time";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { listProgrammesIn } from "@/lib/staff/coordinating/queries";
import { sayCountedRelationships } from "@/lib/staff/relationships/counted/wording";
import { RELATIONSHIP_STATES, RelationshipFilter, writeRelationshipFilter } from "@/lib/staff/relationships/input";
import { listRelationships } from "@/lib/staff/relationships/queries";
import { sayRelationship, stateLabel } from "@/lib/staff/relationships/wording";
import { StaffList } from "../staff-list";

export default async function RelationshipsPage({ searchParams }: PageProps<"/admin/relationships">) {
  const viewer = await requireStaff("relationships");
  const [{ settings, now, hasProgrammes }, asked] = await Promise.all([readRequest(), searchParams]);
  const filter = RelationshipFilter.parse(asked);
  const [{ relationships, next }, programmes] = await Promise.all([
    listRelationships(scopeOf(viewer, "relationships") ?? [], filter, settings, now),
    hasProgrammes ? listProgrammesIn(viewer, "relationships", now) : [],
  ]);
  const { words } = settings;
  const when = { now, timeZone: viewer.timeZone };
  return (
    <StaffList
      of="relationships"
      lede="Dates, states and counts. What partners write and talk about is private."
      filter={filter}
      counted={sayCountedRelationships(filter)}
      states={RELATIONSHIP_STATES.map((value) => ({ value, label: stateLabel(value, words) }))}
      programmes={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      began="Began"
      columns={[{ label: "Meetings held", isNumber: true }, { label: "Last and next" }]}
      lines={relationships.map((line) => ({
        ...line,
        beganAt: line.startedAt,
        state: (
          <span key="state">
            {sayRelationship(line, words, now)}
            <span className="block text-soft">
              {line.endedAt ? "" : "until "}
              <Time at={line.endedAt ?? line.agreedUntil} {...when} />
            </span>
          </span>
        ),
        cells: [
          line.meetingsHeld,
          <span key="meetings" className="whitespace-nowrap">
            {line.lastHeldAt ? <Time at={line.lastHeldAt} {...when} /> : "none"}
            <span className="block">
              {line.nextMeetingAt ? <Time at={line.nextMeetingAt} {...when} /> : line.endedAt ? "" : "none planned"}
            </span>
            {line.isNextAccepted === false && <span className="block text-soft">not accepted yet</span>}
          </span>,
        ],
      }))}
      next={next}
      write={{
        href: `/admin/letters/new?list=relationships${writeRelationshipFilter(filter).replace("?", "&")}`,
        label: "Write to both partners",
      }}
      settings={settings}
      {...when}
    />
  );
}
