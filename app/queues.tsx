import { PlaceInQueue } from "@/components/queue/place-in-queue";
import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/foundation/viewer";
import { countWaitingForFull, listMyPlaces } from "@/lib/pairing/queue/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { leaveQueue } from "./(member)/relationships/[id]/details/actions";

interface QueuesProps {
  viewer: Viewer;
  settings: Settings;
  now: Date;
}

/** On Home: the queues in which a mentee waits for a place, or that a mentor without a place cannot be asked. Else nothing. */
export function Queues({ viewer, settings, now }: QueuesProps) {
  return viewer.activeRole === "mentee" ? <MyPlaces viewer={viewer} now={now} /> : <Full viewer={viewer} settings={settings} />;
}

async function Full({ viewer, settings: { words } }: Omit<QueuesProps, "now">) {
  const waiting = await countWaitingForFull(viewer);
  if (waiting === null) return null;
  return (
    <p>
      All your places are taken, so nobody new can ask you.{" "}
      {waiting > 0 &&
        `${waiting === 1 ? `One ${words.mentee} waits` : `${waiting} ${words.mentees} wait`} for a place with you, and we ask you again when one is free. `}
      You can <Link href="/profile">change the number of places in your profile</Link>.
    </p>
  );
}

async function MyPlaces({ viewer, now }: Omit<QueuesProps, "settings">) {
  const places = await listMyPlaces(viewer, now);
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="queues" className="grid gap-4">
      <h2 id="queues">Your {places.length === 1 ? "place in a queue" : "places in queues"}</h2>
      <ul className="border-t border-rule">
        {places.map((place) => (
          <li key={place.proposalId} className="grid max-w-none gap-3 border-b border-rule py-5">
            <h3 className="prose-plain">
              <Link href={`/relationships/${place.proposalId}/details`}>{place.mentorName}</Link>
            </h3>
            <PlaceInQueue place={place} leave={leaveQueue} timeZone={viewer.timeZone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
