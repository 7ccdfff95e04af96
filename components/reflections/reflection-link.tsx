import { Link } from "@/components/ui/link";

interface ReflectionLinkProps {
  relationshipId: string;
  /** Null when it is about no meeting that is kept here. */
  meetingId?: string | null;
  /** The day on which they met, as 2026-11-21. */
  heldOn?: string;
  minutes?: number;
  /** What the reader hears after the link's words: which meeting. */
  about?: string;
}

/** After a meeting: the way to a reflection that has its day, its length and the partner filled in. */
export function ReflectionLink({ relationshipId, meetingId, heldOn, minutes, about }: ReflectionLinkProps) {
  const known = Object.entries({ relationship: relationshipId, meeting: meetingId, on: heldOn, minutes });
  const query = new URLSearchParams(known.flatMap(([key, value]) => (value ? [[key, String(value)]] : [])));
  return (
    <Link href={`/cpd/new?${query}`} className="inline-block py-1">
      Write a reflection for your CPD record
      {about && <span className="sr-only"> on {about}</span>}
    </Link>
  );
}
