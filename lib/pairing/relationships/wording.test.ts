import { expect, test } from "vitest";
import type { CommandRefusal } from "./commands";
import type { EndedBecause } from "./relationship";
import { READ_ONLY, relationshipRefusal, sayHowEnded, sayUnreachable, sayWhoReads } from "./wording";

test.each([
  ["self", "Only you can read this."],
  ["partners", "Only you and Amina can read this. The society’s staff cannot."],
  ["society", "The society’s staff can read this too."],
] as const)("who can read a box is said beside it: %s", (readers, sentence) => {
  expect(sayWhoReads(readers, "Amina")).toBe(sentence);
});

/** What each refusal speaks of. */
const REFUSALS: Record<CommandRefusal, RegExp> = {
  "already-ended": /has ended/,
  "already-held": /already noted your first conversation/,
  "not-yet": /still to come/,
  "already-asked": /already asked to carry on/,
  "nothing-asked": /already been answered or taken back/,
  "unknown-months": /one of the periods/,
  "changed-meanwhile": /changed at the same moment/,
  own: /another member of staff/,
  // Forms that are not ours learn nothing.
  "not-found": /^That is not possible\.$/,
  "not-yours": /^That is not possible\.$/,
  "not-due": /^That is not possible\.$/,
};
test.each(Object.entries(REFUSALS))("%s is said", (reason, sentence) => {
  expect(relationshipRefusal(reason as CommandRefusal)).toMatch(sentence);
});

test.each<[EndedBecause, toMentee: string, toMentor: string]>([
  ["completed", "It ended on the day you had agreed.", "It ended on the day you had agreed."],
  ["staff", "The society ended this relationship.", "The society ended this relationship."],
  ["mentee", "You ended this relationship.", "Amina ended this relationship."],
  ["mentor", "Gareth ended this relationship.", "You ended this relationship."],
  ["mentee-left", "It ended when you left.", "It ended when Amina left."],
  ["mentor-left", "It ended when Gareth left.", "It ended when you left."],
])("an end is told to each of the two from where they stand: %s", (because, toMentee, toMentor) => {
  expect(sayHowEnded(because, "mentee", "Gareth")).toBe(toMentee);
  expect(sayHowEnded(because, "mentor", "Amina")).toBe(toMentor);
});

test("what can only be read, and who cannot be reached, are said without a reason", () => {
  expect(READ_ONLY).toMatch(/Both of you can still read everything/);
  expect(sayUnreachable("Amina", "Connect")).toBe(
    "Amina cannot be reached on Connect at present. Your relationship stays as it is.",
  );
});
