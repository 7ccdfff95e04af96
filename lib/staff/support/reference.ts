import { randomInt } from "node:crypto";

/** Leaves out characters that sound or look alike. */
const CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 5;

/** "H-7K3Q9": one of some thirty million. The table has a unique index on it. */
export function makeReference(): string {
  return `H-${Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join("")}`;
}
