import type { Role } from "@/lib/auth/viewer";
import type { Settings } from "@/lib/settings/settings";
import { listInWords, withArticle } from "@/lib/wording";
import type { Matters, RolesRefusal, UnderWay } from "./account";

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
      return "Your account has changed meanwhile. Please look again, and then decide.";
  }
}

function sayInUse(role: Role, underWay: UnderWay, words: Settings["words"]): string {
  const what = sayUnderWay(underWay);
  const reason = what ? `you still have ${what}` : "something is still under way";
  const first = underWay.proposals > 0 && (role === "mentor" ? "answer what is open" : "withdraw what is open");
  const last = underWay.relationships > 0 && "wait until every relationship has ended";
  const advice = [first, last].filter((part) => part !== false);
  return `You cannot stop being ${withArticle(words[role])} while ${reason}.${advice.length > 0 ? ` Please ${listInWords(advice)} first.` : ""}`;
}

/** "2 active relationships and 1 open proposal"; empty when there is nothing. */
export function sayUnderWay({ proposals, relationships }: UnderWay): string {
  const parts = [
    relationships > 0 && (relationships === 1 ? "1 active relationship" : `${relationships} active relationships`),
    proposals > 0 && (proposals === 1 ? "1 open proposal" : `${proposals} open proposals`),
  ];
  return listInWords(parts.filter((part) => part !== false));
}
