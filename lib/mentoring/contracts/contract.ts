import type { Block } from "@/lib/foundation/blocks";
import type { Role } from "@/lib/foundation/viewer";
import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { ContractNotice } from "./notices";

/** A contract as it is read and signed: the society's text with the names and dates of two partners. */
export interface ContractText {
  title: string;
  blocks: Block[];
}

/** What the two would sign now, while neither has. */
export interface Offer {
  text: ContractText;
  digest: string;
  /** The version of the society's text; 0: the text that comes with the product. */
  documentNumber: number;
}

export interface Signature {
  /** As it was typed; null once the member was erased for good. */
  name: string | null;
  at: Date;
}

/** A contract that at least one of the two has signed. */
export interface Contract {
  /** Counts the contracts of the two, from 1. */
  number: number;
  documentNumber: number;
  digest: string;
  /** Null once one of the two was erased for good. */
  text: ContractText | null;
  /** The text is there and cannot be opened; a sentence stands in its place, and nobody can sign it. */
  isUnreadable: boolean;
  signatures: Record<Role, Signature | null>;
}

/** What staff see of a contract: that and when it was signed. */
export interface ContractDates {
  number: number;
  menteeSignedAt: Date | null;
  mentorSignedAt: Date | null;
}

/** All that decides about a signature. */
export interface Signing {
  relationshipId: string;
  isOpen: boolean;
  signerIs: Role;
  signerId: string;
  partnerId: string;
  /** As the account has it. */
  signerName: string;
  newest: Contract | null;
  offer: Offer;
}

/** `seen` is the digest of the text that was on the page. */
export interface Sign {
  type: "sign";
  name: string;
  seen: string;
}

/** What should be true next: a contract that begins, or one that is complete. */
export interface Decision {
  ok: true;
  number: number;
  /** Null when the signature joins the one that is there. */
  begins: Offer | null;
  name: string;
  at: Date;
  facts: Fact[];
  notices: Notice<ContractNotice>[];
}

export const REFUSALS = ["ended", "already-signed", "text-changed", "name-differs", "unreadable", "not-found"] as const;
export type RefusalReason = (typeof REFUSALS)[number];

export function isComplete({ signatures }: Pick<Contract, "signatures">): boolean {
  return signatures.mentee !== null && signatures.mentor !== null;
}

export function otherRole(role: Role): Role {
  return role === "mentee" ? "mentor" : "mentee";
}
