import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { NOTHING_OF_ITS_OWN, type OwnSettings } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { openProgramme } from "./intake";

export interface PairInProgramme {
  id: string;
  programmeId: string;
  mentee: TestMember;
  mentor: TestMember;
  /** Who made the programme. */
  staff: Viewer;
}

/** A mentee and a mentor whose relationship began on `onDay(1)`, in a programme that decides this itself. */
export async function insertPairInProgramme(own: Partial<OwnSettings> = {}): Promise<PairInProgramme> {
  const staff = viewerOf(await insertMember({ staff: "staff" }));
  const programmeId = await openProgramme(staff, SENT_AT, { own: { ...NOTHING_OF_ITS_OWN, ...own } });
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  for (const [member, role] of [
    [mentee, "mentee"],
    [mentor, "mentor"],
  ] as const) {
    const joined = await joining.join(viewerOf(member), programmeId, role, SENT_AT);
    if (!joined.ok) throw new Error(joined.reason);
  }
  const words = { ...WORDS, programmeId, choices: [] };
  const sent = await proposals.send(viewerOf(mentee), mentor.id, words, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await proposals.accept(viewerOf(mentor), sent.value, 1, DEFAULT_SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return { id: sent.value, programmeId, mentee, mentor, staff };
}
