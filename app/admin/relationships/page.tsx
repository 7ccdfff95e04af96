import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { labelsOf } from "@/lib/society/settings/settings";
import { sayCountedRelationships } from "@/lib/staff/relationships/counted/wording";
import { RELATIONSHIP_STATES, RelationshipFilter } from "@/lib/staff/relationships/input";
import { listRelationships } from "@/lib/staff/relationships/queries";
import { sayRelationship, stateLabel } from "@/lib/staff/relationships/wording";
import { PairFilters, pageHref } from "../pair-filters";
import { PartyLink } from "../party-link";

const HREF = "/admin/relationships";

export default async function RelationshipsPage({ searchParams }: PageProps<"/admin/relationships">) {
  const viewer = await requireStaff();
  const [{ settings, now }, asked] = await Promise.all([readRequest(), searchParams]);
  const filter = RelationshipFilter.parse(asked);
  const { relationships, next } = await listRelationships(filter, settings, now);
  const { words } = settings;
  const { state: _state, age: _age, topic: _topic, who: _who, after: _after, ...kept } = filter;
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      title="Relationships"
      heading="Relationships"
      lede="Dates, states and counts. What partners write and talk about is private."
    >
      <PairFilters
        of="relationships"
        href={HREF}
        filter={filter}
        kept={kept}
        counted={sayCountedRelationships(filter)}
        states={RELATIONSHIP_STATES.map((value) => ({ value, label: stateLabel(value, words) }))}
        began="Began"
        settings={settings}
      />
      {relationships.length === 0 ? (
        <EmptyState heading="No relationships match">
          <p>Remove a filter, or show them all.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Relationships, newest first"
          columns={[
            { label: "Began" },
            { label: capital(words.mentee) },
            { label: capital(words.mentor) },
            { label: "State" },
            { label: "Meetings held", isNumber: true },
            { label: "Last and next" },
            { label: "Topics" },
          ]}
          rows={relationships.map((line) => ({
            key: line.id,
            cells: [
              <a key="began" href={`${HREF}/${line.id}`} className="whitespace-nowrap">
                <Time at={line.startedAt} {...when} />
                <span className="sr-only">
                  : {line.mentee.name} and {line.mentor.name}
                </span>
              </a>,
              <PartyLink key="mentee" party={line.mentee} />,
              <PartyLink key="mentor" party={line.mentor} />,
              <span key="state">
                {sayRelationship(line, words, now)}
                <span className="block text-soft">
                  {line.endedAt ? "" : "until "}
                  <Time at={line.endedAt ?? line.agreedUntil} {...when} />
                </span>
              </span>,
              line.meetingsHeld,
              <span key="meetings" className="whitespace-nowrap">
                {line.lastHeldAt ? <Time at={line.lastHeldAt} {...when} /> : "none"}
                <span className="block">
                  {line.nextMeetingAt ? <Time at={line.nextMeetingAt} {...when} /> : line.endedAt ? "" : "none planned"}
                </span>
              </span>,
              labelsOf(settings.topics, line.topics).join(", "),
            ],
          }))}
        />
      )}
      <Pagination
        of="relationships"
        previous={filter.after ? pageHref(HREF, { ...filter }, null) : null}
        previousLabel="Newest relationships"
        next={next && pageHref(HREF, { ...filter }, next)}
      />
    </Page>
  );
}
