import type { Role } from "@/lib/foundation/viewer";

/** A notice that its reader has not opened yet, with what has become of its matter since. */
export interface News {
  key: string;
  kind: string;
  role: Role | null;
  proposalId: string | null;
  data: Record<string, unknown>;
  matter: Matter;
}

/** The present state of the things that a notice may be about; null for a thing that it is not about, or that no longer exists. */
export interface Matter {
  /** `hasGoneOn`: its mentee has sent another proposal since. */
  proposal: { status: string; expiresAt: Date; remindedDay: number; hasGoneOn: boolean } | null;
  relationship: { endedAt: Date | null; agreedUntil: Date; extensionMonths: number | null } | null;
  /** The newest contract of the relationship. */
  isContractComplete: boolean;
  meeting: { status: string; answer: string; startsAt: Date } | null;
  request: { state: string } | null;
}

/** As the database writes it, with instants as text. */
export type WrittenMatter = Written<Matter>;
export type WrittenNews = Omit<News, "matter"> & { matter: WrittenMatter };

type Written<Value> = Value extends Date
  ? string
  : Value extends object
    ? { [Key in keyof Value]: Written<Value[Key]> }
    : Value;

export function readMatter({ proposal, relationship, meeting, ...rest }: WrittenMatter): Matter {
  return {
    ...rest,
    proposal: proposal && { ...proposal, expiresAt: new Date(proposal.expiresAt) },
    relationship: relationship && {
      ...relationship,
      endedAt: relationship.endedAt === null ? null : new Date(relationship.endedAt),
      agreedUntil: new Date(relationship.agreedUntil),
    },
    meeting: meeting && { ...meeting, startsAt: new Date(meeting.startsAt) },
  };
}
