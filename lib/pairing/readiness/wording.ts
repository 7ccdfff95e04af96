import { listInWords, sayMonths, withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { ReadinessRefusal } from "./commands";
import type { ConditionKind } from "./conditions/condition";
import type { LIST_STATES } from "./input";
import { type Item, MOST_REFEREES, type Status } from "./item";

type Words = Settings["words"];

/** What each kind is called in lists of staff. */
export const KIND_WORDS: Readonly<Record<ConditionKind, string>> = {
  declaration: "Declaration",
  training: "Training",
  approval: "Approval by staff",
  check: "Check with a day of expiry",
  referee: "Referee",
};

/** What each kind means, where staff choose one. */
export const KIND_HINTS: Readonly<Record<ConditionKind, string>> = {
  declaration: "The member accepts a text. It can be accepted again after a change.",
  training: "The member says that they have read an article or watched a film to the end. It can expire, to be done again.",
  approval: "Staff approve each member.",
  check: "Staff record that they have seen a document, and until when it is valid. The document itself is not kept.",
  referee: "Somebody whom the member names is asked by e-mail, and needs no account.",
};

/** Where an item stands, in lists. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  open: "To be done by the member",
  asked: "With their referee",
  "with-staff": "With the society",
  met: "Done",
  refused: "Not approved",
  expired: "Expired",
};

/** The same for the member themselves. */
export function sayOwnStatus({ kind, status }: { kind: ConditionKind; status: Status }): string {
  if (status === "open") return "For you to do";
  if (status === "asked") return "With your referee";
  return status === "with-staff" && kind === "check" ? "For you to show to the society" : STATUS_WORDS[status];
}

/** What the viewer can do about it, or who else has to, on Home and on its page. */
export function sayTurn({ kind, status }: { kind: ConditionKind; status: Status }): string {
  if (status === "met") return "This is done.";
  if (status === "asked") return "Your referee has our mail. We will tell you when they have answered.";
  switch (kind) {
    case "declaration":
      return "Please read the declaration and accept it.";
    case "training":
      return status === "expired"
        ? "It has expired. Please read or watch it to the end again."
        : "Please read or watch it to the end.";
    case "approval":
      return status === "refused"
        ? "The society has not approved this."
        : "The society is looking at this. There is nothing for you to do.";
    case "check":
      if (status === "expired") return "It has expired. Please show the society the new one.";
      return status === "refused"
        ? "The society has not accepted this."
        : "Please show it to the society, so that staff can record it.";
    case "referee":
      if (status === "with-staff") return "Your referee has answered, and the society is looking at it.";
      return status === "refused"
        ? "The society has not approved this. You can name another referee."
        : "Please name somebody who can recommend you.";
  }
}

/** What it keeps the viewer from; null while it keeps them from nothing. */
export function sayEffect(
  { isLacking, role }: Pick<Item, "isLacking" | "role">,
  programme: string | null,
  words: Words,
): string | null {
  if (!isLacking) return null;
  const where = programme === null ? "" : ` in ${programme}`;
  return role === "mentor"
    ? `Until this is done, ${words.mentees} cannot find you${where}. Your relationships and open proposals carry on.`
    : `Until this is done, you cannot send proposals${where}${programme === null ? ` or ask ${words.mentors} questions` : ""}. Proposals that are already open carry on.`;
}

/** What it means for somebody that they lack something, over the list of all that they need. */
export function sayWhatMissing(
  items: readonly (Pick<Item, "isLacking" | "role"> & { programme: string | null })[],
  words: Words,
): string {
  const lacking = items.filter(({ isLacking }) => isLacking);
  if (lacking.length === 0) return "Nothing is missing at present.";
  const where = lacking.some(({ programme }) => programme === null) ? "" : " in the programme that asks for it";
  const said = [
    lacking.some(({ role }) => role === "mentor") && `${words.mentees} cannot find you${where}`,
    lacking.some(({ role }) => role === "mentee") && `you cannot send proposals${where}`,
  ].filter((part) => part !== false);
  return `While something is missing, ${listInWords(said)}. Your relationships and open proposals carry on.`;
}

/** How somebody meets it, before they have the role. */
export function sayWay({ kind, validMonths }: { kind: ConditionKind; validMonths: number | null }): string {
  switch (kind) {
    case "declaration":
      return "You read a declaration and accept it.";
    case "training":
      return `You read or watch something to the end${validMonths === null ? "" : `, and again after ${sayMonths(validMonths)}`}.`;
    case "approval":
      return "The society approves you. You do not have to do anything.";
    case "check":
      return "You show the society a document, and staff record it.";
    case "referee":
      return "You name somebody who can recommend you, and we ask them by e-mail.";
  }
}

/** What it would keep them from, once they have the role. */
export function sayEffectOfAll(role: Item["role"], programme: string | null, words: Words): string {
  const where = programme === null ? "" : ` in ${programme}`;
  return role === "mentor"
    ? `Until you have all of it, ${words.mentees} cannot find you${where}.`
    : `Until you have all of it, you cannot send proposals${where}.`;
}

/** "As mentor in Returners: not ready", over what somebody has of it, for staff. */
export function sayReadiness(
  { role, programme }: { role: Item["role"]; programme: string | null },
  isReady: boolean,
  words: Words,
): string {
  return `As ${words[role]}${programme === null ? "" : ` in ${programme}`}: ${isReady ? "ready" : "not ready"}`;
}

/** "What you need as a mentor". */
export function sayNeeds(role: Item["role"], words: Words): string {
  return `What you need as ${withArticle(words[role])}`;
}

export function sayReadinessRefusal(reason: ReadinessRefusal): string {
  switch (reason) {
    case "not-found":
    case "not-asked":
      return "You are not asked for this at present.";
    case "not-staff":
      return "Only staff can do this.";
    case "not-yours":
      return "Nobody can decide this for themselves: another member of staff has to do it.";
    case "not-this-kind":
      return "This cannot be done to what you ticked: only the member can accept a declaration, and only a check has a day of expiry.";
    case "already-met":
    case "already-asked":
      return "This is done already.";
    case "not-waiting":
      return "Your answer is no longer needed. Thank you all the same.";
    case "already-answered":
      return "This link has been used: we have your answer.";
    case "not-due":
    case "nothing-changed":
      return "There was nothing to change.";
    case "text-changed":
      return "The words have changed since you opened the page. Please read them again.";
    case "day-past":
      return "This day has passed. Enter a later one.";
    case "too-many-referees":
      return `You have already named ${MOST_REFEREES} people, so you cannot name another. Please write to the society.`;
    case "own-address":
      return "This is your own address. Please name somebody else.";
    case "already-named":
      return "You have sent this form before, with another person. Open the page again to name somebody else.";
    case "not-their-turn":
      return "The member has nothing to do for this at present, so there is nothing to remind them of.";
    case "changed-meanwhile":
      return "This has changed meanwhile. Please look at the list again.";
    case "busy":
      return "Somebody else was quicker. Please try again.";
  }
}

/** The parts of the list of staff. */
export const STATE_WORDS: Readonly<Record<(typeof LIST_STATES)[number], string>> = {
  lacking: "Not ready",
  staff: "With the society",
  coming: "Needed later",
  expiring: "Expires soon",
  met: "Done",
  all: "Everybody",
};
