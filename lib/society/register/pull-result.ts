/** Why a nightly request for the register has changed nothing. */
export const PULL_FAULTS = [
  "unreachable",
  "status",
  "too-large",
  "file",
  "headings",
  "problems",
  "many-lapse",
  "busy",
] as const;
export type PullFault = (typeof PULL_FAULTS)[number];

/** What became of a nightly request for the register, with a number or a word that belongs to it. */
export interface PullResult {
  result: "imported" | "unchanged" | PullFault;
  detail: string | null;
}

export function isPullFault(result: string): result is PullFault {
  return PULL_FAULTS.some((fault) => fault === result);
}
