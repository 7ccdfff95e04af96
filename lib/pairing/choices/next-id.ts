import { createHash } from "node:crypto";

/**
 * The id of the proposal that goes to the next choice after this one. It is always the same, so that two sweeps which go on
 * from one proposal would make the same one, of which there can only be one.
 */
export function nextId(proposalId: string): string {
  const hex = createHash("sha256").update(`${proposalId}:next`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
