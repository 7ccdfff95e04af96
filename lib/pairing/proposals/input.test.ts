import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { AcceptInput, EditInput, MoveInput, ProposalInput, RejectInput, ROOM, SendInput } from "./input";

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
  ["x".repeat(ROOM.objectives + 1), "Keep this to 2,000 characters."],
])("%#", (objectives, message) => {
  const parsed = parse(objectives);
  expect(parsed.status === "success" ? null : parsed.error?.objectives).toEqual([message]);
});

const ID = "00000000-0000-4000-8000-000000000009";
const PROPOSAL = { objectives: "To decide.", topics: ["1"], methods: ["2"] };

test("what is left out is empty, and numbers are numbers", () => {
  expect(ProposalInput.parse(PROPOSAL)).toEqual({
    objectives: "To decide.",
    topics: [1],
    methods: [2],
    meeting: "",
    contribution: "",
  });
  expect(RejectInput.parse({ proposalId: ID })).toEqual({ proposalId: ID, reason: "" });
  expect(AcceptInput.parse({ proposalId: ID, seenText: "3" })).toEqual({ proposalId: ID, seenText: 3 });
  expect(SendInput.parse({ ...PROPOSAL, mentorId: ID }).mentorId).toBe(ID);
  expect(EditInput.parse({ ...PROPOSAL, proposalId: ID }).proposalId).toBe(ID);
  expect(MoveInput.parse({ proposalId: ID })).toEqual({ proposalId: ID });
});

test.each([
  [{ objectives: undefined }, "Say what you would like to achieve."],
  [{ objectives: "   " }, "Say what you would like to achieve."],
  [{ topics: [] }, "Choose at least one topic."],
  [{ methods: [] }, "Choose at least one way to meet."],
  [{ meeting: "x".repeat(ROOM.meeting + 1) }, "Keep this to 500 characters."],
  [{ contribution: "x".repeat(ROOM.contribution + 1) }, "Keep this to 1,000 characters."],
])("%j is refused with a sentence", (changed, message) => {
  const { error } = ProposalInput.safeParse({ ...PROPOSAL, ...changed });
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("as much as there is room for is taken, and numbers are those that a list may have", () => {
  const full = { meeting: "x".repeat(ROOM.meeting), contribution: "x".repeat(ROOM.contribution) };
  expect(ProposalInput.safeParse({ ...PROPOSAL, ...full }).success).toBe(true);
  const all = Array.from({ length: 63 }, (_, id) => id);
  expect(ProposalInput.safeParse({ ...PROPOSAL, topics: all }).success).toBe(true);
  for (const topics of [[...all, 1], [63], [-1], [1.5]])
    expect(ProposalInput.safeParse({ ...PROPOSAL, topics }).success).toBe(false);
});

test.each([
  [AcceptInput, { proposalId: "9", seenText: 1 }],
  [AcceptInput, { proposalId: ID, seenText: 0 }],
  [AcceptInput, { proposalId: ID, seenText: 1.5 }],
  [AcceptInput, { proposalId: ID }],
  [RejectInput, { proposalId: "9" }],
  [MoveInput, { proposalId: "9" }],
  [SendInput, { ...PROPOSAL, mentorId: "9" }],
  [EditInput, { ...PROPOSAL, proposalId: "9" }],
])("no form of ours sends this: %#", (schema, sent) => {
  expect(schema.safeParse(sent).success).toBe(false);
});

test("a reason may be as long as there is room for", () => {
  const reason = "x".repeat(ROOM.reason);
  expect(RejectInput.safeParse({ proposalId: ID, reason }).success).toBe(true);
  expect(RejectInput.safeParse({ proposalId: ID, reason: `${reason}x` }).error?.issues[0]?.message).toBe(
    "Keep this to 1,000 characters.",
  );
});
