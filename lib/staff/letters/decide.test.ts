import { expect, test } from "vitest";
import { allowedCommands, stopped, whenToSend, whyNot } from "./decide";
import { LETTER_COMMANDS, type LetterStatus } from "./letter";

const NOW = new Date("2026-11-29T08:00:00Z");
const ZONE = "Europe/London";

test.each<[LetterStatus, string[]]>([
  ["draft", ["edit", "test", "send", "discard"]],
  ["scheduled", ["test", "stop"]],
  ["sending", ["stop"]],
  ["sent", []],
  ["stopped", []],
])("what can be done with a letter that is %s", (status, commands) => {
  expect([...allowedCommands({ status })]).toEqual(commands);
  for (const command of LETTER_COMMANDS) {
    const refusal = command === "stop" ? "not-under-way" : "not-a-draft";
    expect(whyNot({ status }, command)).toBe(commands.includes(command) ? null : refusal);
  }
});

test.each([
  [null, { ok: true, value: NOW }],
  ["2026-11-29T08:00:01Z", { ok: true, value: new Date("2026-11-29T08:00:01Z") }],
  ["2026-11-29T08:00:00Z", { ok: false, reason: "in-the-past" }],
  ["2027-11-30T08:00:00Z", { ok: true, value: new Date("2027-11-30T08:00:00Z") }],
  ["2027-11-30T08:00:01Z", { ok: false, reason: "too-far" }],
])("a letter for %s", (at, expected) => {
  expect(whenToSend(at === null ? null : new Date(at), ZONE, NOW)).toEqual(expected);
});

test("only what nobody has been told of becomes a draft again", () => {
  expect([stopped({ status: "scheduled" }), stopped({ status: "sending" })]).toEqual(["draft", "stopped"]);
});
