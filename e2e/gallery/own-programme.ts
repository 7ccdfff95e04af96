import * as joining from "@/lib/pairing/joining/commands";
import { NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import { saveText } from "@/lib/pairing/programmes/texts/commands";
import { PROGRAMME_SLUGS } from "@/lib/pairing/programmes/texts/text";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type TestMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { WORDS } from "@/testing/proposals/examples";
import { people } from "../fixtures";
import { mustBeDone } from "./furnish";

/** A programme with texts of its own and fewer tools, and two partners in it. Its contract has a draft besides. */
export async function setOwnWays(staff: TestMember, mentee: TestMember, now: Date) {
  const own = { ...NOTHING_OF_ITS_OWN, askIfMetOnDays: [2, 14], withoutTools: ["swot" as const, "goals" as const] };
  const programmeId = await openProgramme(viewerOf(staff), now, { name: "Apprentices", own });
  const body = `## As we do it\n\nBetween {{menteeName}} and {{mentorName}}, ${"a".repeat(60)}.`;
  for (const slug of PROGRAMME_SLUGS) {
    const edit = { typed: { title: "In our own words", body }, base: 0, take: [], isPublishing: true };
    await mustBeDone(saveText(viewerOf(staff), { programmeId, slug }, edit, now));
  }
  const draft = { typed: { title: "In our own words", body: "Shorter." }, base: 1, take: [], isPublishing: false };
  await mustBeDone(saveText(viewerOf(staff), { programmeId, slug: "contract" }, draft, now));
  const mentor = await people.mentor();
  await mustBeDone(joining.join(viewerOf(mentee), programmeId, "mentee", now));
  await mustBeDone(joining.join(viewerOf(mentor), programmeId, "mentor", now));
  const words = { ...WORDS, programmeId, choices: [] };
  const sent = await proposals.send(viewerOf(mentee), mentor.id, words, DEFAULT_SETTINGS, now);
  if (!sent.ok) throw new Error(sent.reason);
  await mustBeDone(proposals.accept(viewerOf(mentor), sent.value, 1, DEFAULT_SETTINGS, now));
  return { ownProgramme: programmeId, ownPair: sent.value };
}
