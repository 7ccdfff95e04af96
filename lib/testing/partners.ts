import { run, send } from "@/lib/proposals/commands";
import { onDay, SENT_AT, WORDS } from "@/lib/proposals/examples";
import { DEFAULT_SETTINGS } from "@/lib/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "./people";

/** A mentee and a mentor whose relationship began on `onDay(1)`. */
export async function insertPartners(): Promise<{ id: string; mentee: TestMember; mentor: TestMember }> {
  const [mentee, mentor] = [await insertMentee({}, { name: "Mei Tanaka" }), await insertMentor({}, { name: "Gareth Pugh" })];
  const sent = await send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await run(viewerOf(mentor), sent.value, { type: "accept", seenText: 1 }, DEFAULT_SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return { id: sent.value, mentee, mentor };
}
