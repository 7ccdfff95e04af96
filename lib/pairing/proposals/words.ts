import { openOr, seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Proposal, ProposalWords } from "./proposal";

/** The columns that hold what a mentee writes; the plain ones of the same texts are empty, but in rows of older versions. */
export const SEALED_TEXTS = ["objectivesSealed", "meetingSealed", "contributionSealed"] as const;

type Texts = Pick<ProposalWords, "objectives" | "meeting" | "contribution">;
/** As a row has them. */
export type SealedTexts = Texts & Record<(typeof SEALED_TEXTS)[number], string | null>;

/** A text of a proposal as it is saved. */
export function sealText<Words extends Texts>(proposalId: string, number: number, words: Words): Words & SealedTexts {
  const keep = (column: (typeof SEALED_TEXTS)[number], typed: string) =>
    typed === "" ? null : seal(`proposal_texts.${column}`, [proposalId, number], typed);
  return {
    ...words,
    ...{ objectives: "", meeting: "", contribution: "" },
    objectivesSealed: keep("objectivesSealed", words.objectives),
    meetingSealed: keep("meetingSealed", words.meeting),
    contributionSealed: keep("contributionSealed", words.contribution),
  };
}

/** The text that a row has, sealed or not, without the sealed columns. */
export function openTexts<Row extends SealedTexts>(proposalId: string, number: number, row: Row) {
  const { objectivesSealed, meetingSealed, contributionSealed, ...rest } = row;
  const key = [proposalId, number];
  return {
    ...rest,
    objectives: openOr("proposal_texts.objectivesSealed", key, objectivesSealed, row.objectives),
    meeting: openOr("proposal_texts.meetingSealed", key, meetingSealed, row.meeting),
    contribution: openOr("proposal_texts.contributionSealed", key, contributionSealed, row.contribution),
  };
}

/** A proposal as it is saved: with the mentor's reason sealed. */
export function sealReason(proposal: Proposal): Proposal {
  const { id, rejectionReason } = proposal;
  if (!rejectionReason) return proposal;
  return { ...proposal, rejectionReason: null, rejectionSealed: seal("proposals.rejectionSealed", id, rejectionReason) };
}

/** The mentor's reason for the two; null when there is none. */
export function openReason({ id, rejectionSealed, rejectionReason }: Proposal): string | null {
  return openOr("proposals.rejectionSealed", id, rejectionSealed, rejectionReason);
}
