import type { Role } from "@/lib/foundation/viewer";
import { listInWords, withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { LeavingRefusal, Matters, ReturnRefusal, RolesRefusal, UnderWay } from "./account";

/** Why the roles stay as they are, for the member. */
export function sayRolesRefusal(reason: RolesRefusal, matters: Matters, { words }: Settings): string {
  switch (reason) {
    case "none-left":
      return "Keep at least one. If you want to leave altogether, choose Delete Account below.";
    case "mentor-in-use":
      return sayInUse("mentor", matters.mentor, words);
    case "mentee-in-use":
      return sayInUse("mentee", matters.mentee, words);
    case "changed-meanwhile":
      return "Your account has just changed. Please look again before you decide.";
  }
}

function sayInUse(role: Role, underWay: UnderWay, words: Settings["words"]): string {
  const what = sayUnderWay(underWay);
  const reason = what ? `you still have ${what}` : "something is still under way";
  const first = underWay.proposals > 0 && (role === "mentor" ? "answer what is open" : "withdraw what is open");
  const last = underWay.relationships > 0 && (underWay.relationships === 1 ? "end the relationship" : "end the relationships");
  const advice = [first, last].filter((part) => part !== false);
  return `You cannot stop being ${withArticle(words[role])} while ${reason}.${advice.length > 0 ? ` Please ${listInWords(advice)} first.` : ""}`;
}

/** Why an account is not deleted, for the member. */
export function sayLeavingRefusal(reason: LeavingRefusal): string {
  switch (reason) {
    case "last-admin":
      return "You are the last administrator here, and without one nobody could look after settings and staff. Make somebody else an administrator first.";
  }
}

/** Why nothing was erased, for the member who asked for it. */
export function sayErasingRefusal(reason: LeavingRefusal | "wrong-number"): string {
  return reason === "wrong-number" ? "That is not your membership number. Nothing was erased." : sayLeavingRefusal(reason);
}

/** Why somebody cannot come back. */
export function sayReturnRefusal(reason: ReturnRefusal): string {
  return reason === "none-left"
    ? "Choose at least one."
    : "The time for coming back is over, and your data is being erased. You can join again afterwards.";
}

/** What a member would lose by leaving: relationships and with whom, proposals to or from whom. */
export function sayWhatEnds({ mentor, mentee }: Matters, { words }: Settings): string[] {
  const relationships = mentor.relationships + mentee.relationships;
  const people = [
    mentee.relationships > 0 && count(mentee.relationships, words.mentor, words.mentors),
    mentor.relationships > 0 && count(mentor.relationships, words.mentee, words.mentees),
  ];
  const lines: string[] = [];
  if (relationships > 0) {
    const whom = listInWords(people.filter((part) => part !== false));
    lines.push(
      relationships === 1 ? `Your relationship with ${whom} ends.` : `Your ${relationships} relationships end, with ${whom}.`,
    );
  }
  if (mentee.proposals > 0)
    lines.push(`${count(mentee.proposals, "open proposal that you sent is", "open proposals that you sent are")} withdrawn.`);
  if (mentor.proposals > 0)
    lines.push(
      `${count(mentor.proposals, "open proposal that you received is", "open proposals that you received are")} withdrawn.`,
    );
  if (lines.length === 0) return ["You have no active relationship and no open proposal, so nobody is left waiting."];
  return lines;
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

/** "2 active relationships and 1 open proposal"; empty when there is nothing. */
export function sayUnderWay({ proposals, relationships }: UnderWay): string {
  const parts = [
    relationships > 0 && (relationships === 1 ? "1 active relationship" : `${relationships} active relationships`),
    proposals > 0 && (proposals === 1 ? "1 open proposal" : `${proposals} open proposals`),
  ];
  return listInWords(parts.filter((part) => part !== false));
}
