import type { Viewer } from "@/lib/foundation/viewer";
import type { OwnSettings } from "@/lib/pairing/programmes/programme";
import { refusalToSend } from "@/lib/pairing/proposals/access";
import type { CommandRefusal } from "@/lib/pairing/proposals/commands";
import { loadStandings } from "@/lib/pairing/proposals/load";
import type { Settings } from "@/lib/society/settings/settings";

/** Why the viewer could not send a proposal to this mentor now, so that a page can say so before anything is written. */
export async function findRefusalToSend(
  viewer: Viewer,
  mentorId: string,
  settings: Settings,
  now: Date,
): Promise<CommandRefusal | null> {
  return (await findWays(viewer, mentorId, settings, now)).refusal;
}

/** A programme in which a proposal could be sent, or a question asked, now. */
export interface Way {
  /** Null: the society's own scheme. */
  programmeId: string | null;
  name: string | null;
  /** How many days the mentor has to reply. */
  replyDays: number;
  /** What it decides otherwise than the society; null: nothing. */
  own: OwnSettings | null;
}

/**
 * In which programmes the viewer could send this mentor a proposal now, the society's own scheme first; or why in none. One query.
 */
export async function findWays(
  viewer: Viewer,
  mentorId: string,
  settings: Settings,
  now: Date,
): Promise<{ ways: Way[]; refusal: CommandRefusal | null }> {
  const all = await loadStandings({ menteeId: viewer.memberId, mentorId }, settings, now);
  const [scheme] = all;
  if (!scheme) return { ways: [], refusal: "not-found" };
  const ways = all.flatMap(({ programme, circumstances }): Way[] => {
    if (refusalToSend(viewer, mentorId, circumstances, now) !== null) return [];
    const { id: programmeId = null, name = null, own = null } = programme ?? {};
    return [{ programmeId, name, own, replyDays: circumstances.expireAfterDays }];
  });
  return { ways, refusal: ways.length > 0 ? null : refusalToSend(viewer, mentorId, scheme.circumstances, now) };
}
