import { randomUUID } from "node:crypto";
import { addDays } from "@/lib/foundation/dates";
import { renewFeed } from "@/lib/notify/calendar/commands";
import { send } from "@/lib/pairing/conversations/commands";
import { deleteAccount, erase } from "@/lib/pairing/leaving/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { askExtension } from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { dismiss } from "@/lib/staff/inbox/commands";
import { type TestMember, viewerOf } from "@/testing/people";
import { begin, propose } from "../partners";
import { people } from "../people";
import { mustBeDone } from "./furnish";

const ZONE = "Europe/London";
/** One more than a page of a conversation shows. */
const MANY = 31;

/** What few pairs come to: a wish to carry on, a partner who is gone for good, a word of staff. */
export async function comeTo(who: Record<"wished" | "bereft" | "forsaken" | "told" | "closing", TestMember>, now: Date) {
  const { wished, bereft, forsaken, told, closing } = who;
  const ago = (days: number) => addDays(now, -days, ZONE);
  const admin = viewerOf(await people.member({ staff: "admin" }));

  const wishing = await people.mentee();
  const wish = await begin(wishing, wished, ago(20));
  await mustBeDone(askExtension(viewerOf(wishing), wish, 6, DEFAULT_SETTINGS, now));

  const erased = await people.mentee();
  const withErased = await begin(erased, bereft, ago(9));
  await mustBeDone(erase(erased.id, admin, now));

  const leaving = await people.mentor();
  const withLeft = await begin(forsaken, leaving, ago(9));
  await mustBeDone(deleteAccount(viewerOf(leaving), now));

  const withdrawn = await propose(told, await people.mentor(), ago(2));
  const words = "The two of you spoke, and agreed on another way.";
  await mustBeDone(proposals.withdrawByStaff(admin, { id: withdrawn, seen: 1 }, words, now));

  const shelved = await begin(await people.mentee(), await people.mentor(), ago(58));
  await mustBeDone(dismiss(admin, `no-first-conversation:${shelved}:1`, "They share an office.", now));

  const ending = await begin(closing, await people.mentor(), ago(5));
  return { wish, withErased, erased: erased.id, withLeft, withdrawn, ending };
}

/** Fills a conversation with more than one page of it, the last of them longer than is shown at once, and makes a calendar address. */
export async function converse(id: string, by: TestMember, now: Date): Promise<void> {
  const long = Array.from({ length: 60 }, (_, i) => `Line ${i} of a long letter.`).join("\n");
  for (let i = 1; i <= MANY; i++) {
    const words = i < MANY ? `Message number ${i}.` : long;
    await mustBeDone(send(viewerOf(by), { relationshipId: id, key: randomUUID(), words }, now));
  }
  await renewFeed(viewerOf(by), now);
}
