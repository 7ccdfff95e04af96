import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { ProposalInput, ROOM } from "./input";

const NUL = String.fromCharCode(0);

function parse(objectives: string) {
  const form = new FormData();
  form.set("objectives", objectives);
  form.append("topics", "1");
  form.append("methods", "2");
  return parseWithZod(form, { schema: ProposalInput });
}

test("a line end counts once, as the browser counts it, though it is sent as two characters", () => {
  const lines = `${"x".repeat(39)}\r\n`.repeat(50).slice(0, -2);
  expect(lines.length).toBeGreaterThan(ROOM.objectives);
  expect(parse(lines).status).toBe("success");
});

test("what a database refuses does not get that far", () => {
  const parsed = parse(`before${NUL}after`);
  expect(parsed.status === "success" && parsed.value.objectives).toBe("beforeafter");
});

test.each([
  ["", "Say what you would like to achieve."],
  ["x".repeat(ROOM.objectives + 1), "Keep this to 2000 characters."],
])("%#", (objectives, message) => {
  const parsed = parse(objectives);
  expect(parsed.status === "success" ? null : parsed.error?.objectives).toEqual([message]);
});
