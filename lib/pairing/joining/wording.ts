import type { Role } from "@/lib/foundation/viewer";
import { capital, withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { JoiningRefusal } from "./commands";
import type { Status } from "./joining";

/** Where a member stands in a programme, for themselves. */
export function sayStanding(status: Status | null, role: Role, words: Settings["words"]): string {
  const as = `as ${withArticle(words[role])}`;
  switch (status) {
    case null:
      return `You are not in it ${as}.`;
    case "applied":
      return `You have applied for it ${as}. The society looks at every application, and we will tell you.`;
    case "joined":
      return `You are in it ${as}.`;
    case "declined":
      return `The society could not take you into it ${as} this time.`;
    case "left":
      return `You have left it ${as}.`;
  }
}

/** The same in a list of staff. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  applied: "Has applied",
  joined: "Has joined",
  declined: "Declined",
  left: "Has left",
};

/** "Join as mentor", or "Apply as mentor" where staff approve everybody. */
export function sayJoin(role: Role, needsApproval: boolean, words: Settings["words"]): string {
  return `${needsApproval ? "Apply" : "Join"} as ${withArticle(words[role])}`;
}

export function sayJoiningRefusal(reason: JoiningRefusal, role: Role, words: Settings["words"]): string {
  switch (reason) {
    case "not-found":
      return "This programme does not exist.";
    case "not-staff":
    case "not-yours":
      return "Only the member can do this for themselves, and only staff can answer an application.";
    case "society-scheme":
      return "Everybody with a profile takes part in this programme.";
    case "no-role":
      return `You have no account as ${withArticle(words[role])}. You can add one in Edit Account.`;
    case "no-profile":
      return `Create your profile as ${withArticle(words[role])} first.`;
    case "takes-nobody":
      return "Nobody new can join this programme at present.";
    case "already-in":
      return "You are in this programme already.";
    case "already-applied":
      return "You have applied already. We will tell you as soon as the society has decided.";
    case "declined":
      return "The society could not take you into this programme. If you would like to know more, write to us.";
    case "not-in":
      return "You are not in this programme.";
    case "not-applied":
      return "There is no application of this member’s.";
    case "mentors-only":
      return `Only ${words.mentors} have places.`;
    case "nothing-changed":
      return "There was nothing new to save.";
    case "changed-meanwhile":
      return "This has changed meanwhile. Please look at the list again.";
    case "busy":
      return "Somebody else was quicker. Please try again.";
  }
}

/** "Mentors" or "Mentees", for a list. */
export function sayRole(role: Role, words: Settings["words"]): string {
  return capital(words[role]);
}
