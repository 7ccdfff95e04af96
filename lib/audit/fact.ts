/** One line of the audit trail: who did what to what. Past participles, and no private words. */
export interface Fact {
  at: Date;
  actor: "member" | "staff" | "clock" | "system";
  actorId: string | null;
  fact: string;
  subject: "proposal" | "relationship" | "member" | "settings";
  subjectId: string;
  data: Record<string, string | number | boolean | null>;
}
