import type { Block } from "@/lib/foundation/blocks";
import type { Role } from "@/lib/foundation/viewer";
import type { Notice } from "@/lib/notify/notices/notice";
import type { Fact } from "@/lib/society/audit/fact";
import type { ContractNotice } from "./notices";

/** A contract as partners read and sign it: the society's text, or their programme's own, with both names and the dates. */
export interface ContractText {
  title: string;
  blocks: Block[];
}

/** What the two would sign now, as long as neither has. */
export interface Offer {
  text: ContractText;
  digest: string;
  /** The version of the text; 0: the text that comes with the product. */
  documentNumber: number;
  /** Whether it is one of their programme's own texts; otherwise it is one of the society's. */
  isOfProgramme: boolean;
}

export interface Signature {
  /** As it was typed; null once the member has been erased. */
  name: string | null;
  at: Date;
}

/** A contract that at least one of the two has signed. */
export interface Contract {
  /** The number of this contract between the two, from 1. */
  number: number;
  documentNumber: number;
  isOfProgramme: boolean;
  digest: string;
  /** Null once one of the two has been erased. */
  text: ContractText | null;
  /** The text is there and cannot be opened; a sentence stands in its place, and nobody can sign it. */
  isUnreadable: boolean;
  signatures: Record<Role, Signature | null>;
}

/** What staff see of a contract: whether and when it was signed. */
export interface ContractDates {
  number: number;
  menteeSignedAt: Date | null;
  mentorSignedAt: Date | null;
}

/** Everything that the rule about a signature depends on. */
export interface Signing {
  relationshipId: string;
  isOpen: boolean;
  signerIs: Role;
  signerId: string;
  partnerId: string;
  /** The name on the account. */
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

/** What should be true next: a contract with its first signature, or one that both have signed. */
export interface Decision {
  ok: true;
  number: number;
  /** Null when this is the second signature. */
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
