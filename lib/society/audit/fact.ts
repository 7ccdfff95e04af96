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
  | "mail"
  | "finding"
  | "audit";
