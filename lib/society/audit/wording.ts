import { ID } from "@/lib/foundation/id";
import type { Subject } from "./fact";

/**
 * The phrase for each fact of the audit trail, between the actor and the subject: "Helen Marsh ended the relationship of …".
 * There is no subject if members act on their own account. A test fails if a fact is written somewhere but missing here.
 */
export const FACTS: Readonly<Record<string, string>> = {
  // Proposals.
  sent: "sent",
  edited: "changed the words of",
  accepted: "accepted",
  rejected: "rejected",
  withdrawn: "withdrew",
  reopened: "reopened",
  reminded: "sent a reminder about",
  expired: "marked as expired",
  // Proposals and relationships, when one of the two leaves or finds somebody else.
  closed: "closed",
  // Relationships.
  ended: "ended",
  completed: "completed, at the agreed end,",
  asked: "asked both whether to end or extend",
  "first-conversation-held": "recorded the first conversation in",
  "extension-asked": "asked to extend",
  extended: "agreed to extend",
  "extension-dropped": "withdrew the request to extend",
  "asked-how-it-goes": "asked both how it goes in",
  "answered-how-it-goes": "said how it goes in",
  "partner-silent": "told staff that one of the two waits for a reply in",
  "pause-suggested": "suggested a pause of",
  "pause-agreed": "agreed to a pause of",
  "pause-dropped": "ended, or declined, a pause of",
  "meeting-arranged": "arranged a meeting in",
  "meeting-logged": "logged a meeting in",
  "meeting-changed": "changed a meeting in",
  "meeting-suggested": "suggested another time for a meeting in",
  "meeting-agreed": "agreed to another time for a meeting in",
  "meeting-accepted": "accepted a meeting in",
  "meeting-declined": "declined a meeting in",
  "meeting-cancelled": "cancelled a meeting in",
  "meeting-held": "recorded a meeting as held in",
  "meeting-not-held": "recorded a meeting as not held in",
  "meeting-reply-unclear": "asked for a clear answer, after a calendar’s reply, about a meeting in",
  "meeting-reminded": "sent reminders of a meeting in",
  "swot-added": "began a SWOT in",
  "swot-changed": "changed a SWOT in",
  "g-star-added": "began a G-STAR in",
  "g-star-changed": "changed a G-STAR in",
  "goal-added": "set a goal in",
  "goal-edited": "changed a goal in",
  "goal-noted": "added a note to a goal in",
  "goal-achieved": "marked a goal as achieved in",
  "goal-dropped": "dropped a goal in",
  "goal-reopened": "reopened a goal in",
  "contract-signed": "signed the contract of",
  "contract-completed": "signed, as the second partner, the contract of",
  // Accounts.
  registered: "registered",
  joined: "took on a role",
  "signed-in": "signed in",
  "roles-saved": "chose roles",
  "profile-saved": "saved a profile",
  "picture-saved": "saved a picture",
  "picture-removed": "removed the picture",
  "time-zone-saved": "chose a time zone",
  "mail-choices-saved": "chose which e-mails to receive",
  "mails-stopped": "unsubscribed using the link in an e-mail",
  "password-changed": "changed the password",
  "password-reset": "reset the password",
  "email-changed": "changed the e-mail address",
  "sign-in-moved": "moved to the society's new sign-in",
  "made-available": "made available again",
  "made-unavailable": "became unavailable",
  "asked-if-available": "asked whether they are still available:",
  "answered-if-available": "said whether they are still available",
  "stood-down": "made unavailable, after proposals had expired,",
  "data-downloaded": "downloaded their data",
  "logged-out-everywhere": "signed out everywhere",
  "second-step-added": "added a second step for signing in",
  "second-step-removed": "removed a second step for signing in",
  "recovery-codes-made": "made new recovery codes",
  "recovery-code-used": "used a recovery code",
  "session-ended": "ended a session on another device",
  "other-sessions-ended": "signed out everywhere else",
  "account-deleted": "deleted the account",
  "erasure-asked": "asked for everything to be erased",
  "erasure-announced": "announced, after the days for which deleted accounts are kept, the erasure of",
  "came-back": "came back",
  erased: "erased",
  "mail-sent-again": "resent an e-mail to",
  // What staff do to accounts.
  suspended: "suspended",
  reactivated: "reactivated",
  "sessions-ended": "ended all sessions of",
  "second-step-taken-away": "took away the second step of",
  "sign-in-restored": "restored the earlier sign-in of",
  "account-approved": "approved the account of",
  "account-refused": "refused the account of",
  "made-staff": "made staff:",
  "made-admin": "made an administrator:",
  "staff-removed": "removed the staff rights of",
  "appointment-kept": "kept staff rights, until the first sign-in, for",
  "appointment-withdrawn": "took back the staff rights that were kept for",
  // What staff do to proposals and relationships.
  dismissed: "dismissed an item on Today about",
  "asked-again": "asked again, for a place that became free, with",
  "choices-changed": "changed the next choices after",
  "place-kept": "kept a place with",
  "place-left": "left the queue with",
  "letter-sent": "wrote to both of",
  "letter-sent-to-one": "wrote to one of",
  "letter-sent-to-many": "sent out",
  "letter-to-many-stopped": "stopped the sending of",
  "put-off": "put off an item on Today about",
  "taken-up": "put back an item on Today about",
  // The register, and mails.
  "register-received": "uploaded a file for",
  "register-imported": "imported",
  "register-import-dropped": "cancelled an import of",
  lapsed: "recorded, from the register, the lapse of",
  "let-in-again": "restored, from the register, the access of",
  "address-blocked": "stopped e-mail to",
  "address-unblocked": "allowed e-mail again to",
  // Requests for help.
  "request-opened": "asked for help in",
  "request-replied": "wrote again in",
  "request-answered": "answered",
  "request-solved": "marked as solved",
  "request-noted": "wrote an internal note on",
  "request-taken": "took",
  "request-released": "gave up",
  "request-sorted": "changed the category of",
  // Settings.
  "setting-changed": "changed",
  "logo-uploaded": "uploaded a logo for",
  // Texts and resources.
  drafted: "saved a draft of",
  published: "published a version of",
  restored: "brought back an earlier version of",
  "taken-down": "hid from members",
  moved: "changed the order of",
  // Programmes.
  "programme-made": "made",
  "programme-changed": "changed",
  "programme-opened": "opened",
  "joining-closed": "stopped taking members into",
  "joining-opened": "took members again into",
  "matching-started": "started matching in",
  "programme-started": "started",
  "programme-closed": "closed",
  "programme-reopened": "reopened",
  "programme-archived": "archived",
  "programme-restored": "brought back",
  "programme-copied": "copied another one into",
  "joined-programme": "joined a programme",
  "applied-for-programme": "applied for a programme",
  "left-programme": "left a programme",
  "limited-places-in-programme": "chose how many places to offer in a programme",
  "let-into-programme": "took into a programme:",
  "declined-for-programme": "did not take into a programme:",
  "taken-out-of-programme": "took out of a programme:",
  "film-uploaded": "uploaded",
  "film-changed": "changed",
  "film-removed": "removed",
  // What profiles ask.
  "profile-question-added": "added",
  "profile-question-changed": "changed",
  "profile-question-retired": "retired",
  "profile-question-brought-back": "brought back",
  "profile-question-removed": "deleted",
  "profile-question-moved": "changed the place of",
  // Files that staff take away: part of the trail itself, lists, and the society's board.
  "audit-exported": "downloaded part of",
  "list-downloaded": "downloaded",
  "board-downloaded": "downloaded",
  // Other systems.
  "api-token-made": "made",
  "api-token-revoked": "revoked",
  "webhook-added": "added",
  "webhook-turned-on": "turned on",
  "webhook-turned-off": "turned off",
  "webhook-gone": "turned off, after the answer that it is gone,",
  "webhook-secret-renewed": "renewed the secret of",
  "webhook-replayed": "sent events again to",
};

/** What a line is about where it is not about people; what is named in its data is said after it. */
export const SUBJECTS: Readonly<Record<Subject, string>> = {
  proposal: "a proposal",
  relationship: "a relationship",
  member: "a member",
  settings: "the settings",
  register: "the membership register",
  "support-request": "a support request",
  document: "a text",
  resource: "a resource",
  film: "a film",
  programme: "a programme",
  "profile-question": "a question on profiles",
  mail: "a mail",
  finding: "a finding",
  audit: "the audit trail",
  list: "a list",
  board: "the society’s board",
  "api-token": "an access token for another system",
  webhook: "a webhook of another system",
  letter: "a letter",
};

/** Who does things here. */
export const ACTORS = { member: "A member", staff: "Staff", clock: "A scheduled job", system: "The system" } as const;

/** The phrase for a fact, or its own name if it has no phrase. */
export function sayFact(fact: string, actor?: keyof typeof ACTORS): string {
  // Partners agree to extend, but staff decide alone.
  if (fact === "extended" && actor === "staff") return "gave more time to";
  return FACTS[fact] ?? fact.replaceAll("-", " ");
}

/** What else a line says, from its data: "day 7", "because mentee left". Ids and the first round are left out. */
export function sayData(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .flatMap(([key, value]) => {
      const name = key.replace(/([A-Z])/g, " $1").toLowerCase();
      const said = sayValue(value);
      if (said === null || (key === "round" && value === 1)) return [];
      return said === "" ? [name] : [`${name} ${said}`];
    })
    .join(", ");
}

const BEGINS_WITH_ID = new RegExp(`^${ID}`);

/** Null for values not worth showing. */
function sayValue(value: unknown): string | null {
  if (value === null || value === undefined || value === false || value === "") return null;
  if (value === true) return "";
  if (Array.isArray(value)) return value.flatMap((one) => sayValue(one) ?? []).join(", ") || null;
  if (typeof value === "object") return sayData(value as Record<string, unknown>) || null;
  const text = String(value);
  if (BEGINS_WITH_ID.test(text)) return null;
  return /^\d{4}-\d\d-\d\dT/.test(text)
    ? text.slice(0, 10)
    : /^[a-z]+(-[a-z]+)+$/.test(text)
      ? text.replaceAll("-", " ")
      : text;
}
