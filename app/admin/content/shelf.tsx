import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { env } from "@/lib/foundation/env";
import { fillTitle } from "@/lib/society/content/placeholders";
import type { Direction, ShelvedResource } from "@/lib/society/resources/resource";
import { sayAudience, sayShelf } from "@/lib/society/resources/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { moveInList } from "./actions";

interface ShelfProps {
  shelf: readonly ShelvedResource[];
  settings: Settings;
  now: Date;
  timeZone: string;
}

/** All resources in order, each with buttons to move it up and down. */
export function Shelf({ shelf, settings, now, timeZone }: ShelfProps) {
  const surroundings = { settings, signIn: env().SIGN_IN };
  const named = shelf.map((resource) => ({ ...resource, title: fillTitle(resource.title, surroundings) }));
  return (
    <Table
      caption="Resources"
      columns={[{ label: "Resource" }, { label: "For" }, { label: "Stands as" }, { label: "Saved" }, { label: "Order" }]}
      rows={named.map((resource, i) => ({
        key: resource.id,
        cells: [
          <Link key="edit" href={`/admin/content/resources/${resource.id}`} className="inline-block min-w-40 py-0.5">
            {resource.title}
            {resource.isFilm && " (film)"}
          </Link>,
          sayAudience(resource.audience, settings.words),
          sayShelf(resource),
          <span key="saved" className="inline-block min-w-44">
            <Time at={resource.createdAt} now={now} timeZone={timeZone} /> by {resource.authorName ?? "a former member"}
          </span>,
          <div key="move" className="flex gap-2">
            {i > 0 && <Move resource={resource} direction="up" />}
            {i < shelf.length - 1 && <Move resource={resource} direction="down" />}
          </div>,
        ],
      }))}
    />
  );
}

function Move({ resource: { id, title }, direction }: { resource: ShelvedResource; direction: Direction }) {
  return (
    // Words for those who do not see stay inside the table, which scrolls by itself.
    <form action={moveInList} className="relative">
      <input type="hidden" name="resourceId" value={id} />
      <Button kind="plain" name="direction" value={direction}>
        {direction === "up" ? "Up" : "Down"}
        <span className="sr-only"> in the list: {title}</span>
      </Button>
    </form>
  );
}
