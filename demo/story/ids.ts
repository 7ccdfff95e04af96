import { createHash } from "node:crypto";

/** The same UUID for the same name on every machine, so that addresses in the demonstration stay what they are. */
export function idOf(
  kind:
    | "member"
    | "proposal"
    | "meeting"
    | "message"
    | "goal"
    | "step"
    | "worksheet"
    | "reflection"
    | "programme"
    | "question"
    | "condition"
    | "rule",
  name: string,
): string {
  const hex = createHash("sha256").update(`${kind}:${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
