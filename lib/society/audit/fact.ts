/**
 * One line of the audit trail: who did what to what. Facts are past participles, and `data` never contains what people wrote.
 */
export interface Fact {
  at: Date;
  actor: "member" | "staff" | "clock" | "system";
  actorId: string | null;
  fact: string;
  subject: Subject;
  /** Null for subjects that exist only once: the settings, the register. */
  subjectId: string | null;
  data: Record<string, string | number | boolean | null>;
}

/** Under which name the trail keeps who did it: both partners as members, and the scheduled jobs as "clock", as ever. */
export function auditedAs(kind: "mentee" | "mentor" | "member" | "staff" | "sweep" | "system"): Fact["actor"] {
  if (kind === "mentee" || kind === "mentor") return "member";
  return kind === "sweep" ? "clock" : kind;
}

/** What a line of the audit trail is about. */
export type Subject =
  | "proposal"
  | "relationship"
  | "member"
  | "settings"
  | "register"
  | "support-request"
  | "document"
  | "resource"
  | "film"
  | "programme"
  | "condition"
  | "profile-question"
  | "matching-rule"
  | "mail"
  | "finding"
  | "audit"
  | "list"
  | "board"
  | "api-token"
  | "webhook"
  | "letter"
  | "mail-words"
  | "survey";
