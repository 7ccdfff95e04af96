import { PlaceInQueue } from "@/components/queue/place-in-queue";
import type { Viewer } from "@/lib/foundation/viewer";
import { listMyPlaces } from "@/lib/pairing/queue/queries";
import { leaveQueue } from "./(member)/relationships/[id]/details/actions";

/** On Home: the queues in which a mentee waits for a place, each with where they stand. Nothing where there is none. */
export async function Queues({ viewer, now }: { viewer: Viewer; now: Date }) {
  const places = viewer.activeRole === "mentee" ? await listMyPlaces(viewer, now) : [];
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="queues" className="grid gap-4">
      <h2 id="queues">Your {places.length === 1 ? "place in a queue" : "places in queues"}</h2>
      <ul className="border-t border-rule">
        {places.map((place) => (
          <li key={place.proposalId} className="grid max-w-none gap-3 border-b border-rule py-5">
            <h3 className="prose-plain">
              <a href={`/relationships/${place.proposalId}/details`}>{place.mentorName}</a>
            </h3>
            <PlaceInQueue place={place} leave={leaveQueue} timeZone={viewer.timeZone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
