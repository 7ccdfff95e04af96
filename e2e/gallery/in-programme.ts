import { randomUUID } from "node:crypto";
import { waitForMentor } from "@/lib/pairing/alerts/commands";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as questions from "@/lib/pairing/questions/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type TestMember, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { WORDS } from "@/testing/proposals/examples";
import { people } from "../fixtures";
import { mustBeDone } from "./furnish";

/** A mentee in a programme that takes nobody else, with a mentor who has a place there, one who has none left, and a question. */
export async function lookInProgramme(staff: TestMember, mentee: TestMember, now: Date) {
  const id = await openProgramme(viewerOf(staff), now, { name: "Back to practice" });
  const [offered, taken, asked] = [await people.mentor(), await people.mentor({ capacity: 2 }), await people.mentor()];
  for (const mentor of [offered, taken, asked]) await mustBeDone(joining.join(viewerOf(mentor), id, "mentor", now));
  const other = await people.mentee();
  for (const one of [mentee, other]) await mustBeDone(joining.join(viewerOf(one), id, "mentee", now));
  await mustBeDone(programmes.move(viewerOf(staff), { id, seen: 2 }, "close-joining", now));
  await mustBeDone(joining.limit(viewerOf(taken), id, 1, now));
  const sent = await proposals.send(viewerOf(other), taken.id, { ...WORDS, programmeId: id }, DEFAULT_SETTINGS, now);
  if (!sent.ok) throw new Error(sent.reason);
  await mustBeDone(proposals.accept(viewerOf(taken), sent.value, 1, DEFAULT_SETTINGS, now));
  await mustBeDone(waitForMentor(viewerOf(mentee), { mentorId: taken.id, programmeId: id }, now));
  const typed = { key: randomUUID(), words: "How did you come back to practice?", programmeId: id };
  const asking = await questions.ask(viewerOf(mentee), asked.id, typed, DEFAULT_SETTINGS, now);
  if (!asking.ok) throw new Error(asking.reason);
  return { within: { id, offered: offered.id, taken: taken.id, question: asking.value } };
}
