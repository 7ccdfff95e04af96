import { type Refusal, refuse } from "@/lib/foundation/result";
import {
  type Contract,
  type Decision,
  isComplete,
  type Offer,
  otherRole,
  type RefusalReason,
  type Sign,
  type Signing,
} from "./contract";
import { isSameName } from "./name";

/** What can be signed next, whoever the signer is. */
export type NextText =
  /** Neither has signed yet, or a newer text replaces what both have signed. */
  | { is: "offer"; offer: Offer; isNewer: boolean }
  /** One has signed: the other signs the same text. */
  | { is: "waiting"; contract: Contract }
  /** Both have signed the newest text. */
  | { is: "nothing" };

/**
 * The text to sign next. Until one of the two has signed, it is the newest that counts for them; then it is the text that was signed.
 * Once both have signed, they may sign a newer one, but need not.
 */
export function nextText({ newest, offer }: Pick<Signing, "newest" | "offer">): NextText {
  if (!newest) return { is: "offer", offer, isNewer: false };
  if (!isComplete(newest)) return { is: "waiting", contract: newest };
  return isNewer(offer, newest) ? { is: "offer", offer, isNewer: true } : { is: "nothing" };
}

/** The society's versions and those of a programme are counted each by themselves; a text of the other is one they have not signed. */
function isNewer(offer: Offer, signed: Contract): boolean {
  return offer.isOfProgramme !== signed.isOfProgramme || offer.documentNumber > signed.documentNumber;
}

/** The rule of a signature: what should be true next, or a refusal. The partner is told. */
export function decide(signing: Signing, { name, seen }: Sign, now: Date): Decision | Refusal<RefusalReason> {
  if (!signing.isOpen) return refuse("ended");
  const next = nextText(signing);
  if (next.is === "nothing") return refuse("already-signed");
  if (next.is === "waiting" && next.contract.signatures[signing.signerIs]) return refuse("already-signed");
  if (next.is === "waiting" && next.contract.isUnreadable) return refuse("unreadable");
  if (seen !== (next.is === "offer" ? next.offer : next.contract).digest) return refuse("text-changed");
  if (!isSameName(name, signing.signerName)) return refuse("name-differs");
  const number = next.is === "waiting" ? next.contract.number : (signing.newest?.number ?? 0) + 1;
  const begins = next.is === "offer" ? next.offer : null;
  return { ok: true, number, begins, name, at: now, ...tell(signing, number, begins === null, now) };
}

function tell(signing: Signing, number: number, completes: boolean, now: Date): Pick<Decision, "facts" | "notices"> {
  const { relationshipId, signerIs, signerId, partnerId } = signing;
  return {
    facts: [
      {
        at: now,
        actor: "member",
        actorId: signerId,
        fact: completes ? "contract-completed" : "contract-signed",
        subject: "relationship",
        subjectId: relationshipId,
        data: { number, role: signerIs },
      },
    ],
    notices: [
      {
        key: `contract:${relationshipId}:${number}:signed:${signerIs}`,
        to: partnerId,
        role: otherRole(signerIs),
        kind: completes ? "contract-complete" : "contract-signed",
        proposalId: relationshipId,
        aboutId: signerId,
        data: {},
      },
    ],
  };
}
