import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { JoinInput } from "./input";
import { sayRoleChoice, sayRoleHint } from "./wording";

describe("the join page", () => {
  it.each([
    [["mentee"], ["mentee"]],
    [["mentor"], ["mentor"]],
    [
      ["mentee", "mentor", "mentee"],
      ["mentee", "mentor"],
    ],
  ])("takes %j", (sent, roles) => {
    expect(submit(sent)).toMatchObject({ status: "success", value: { roles } });
  });

  it("asks for at least one, of those there are", () => {
    expect(submit([])).toMatchObject({ error: { roles: ["Choose at least one."] } });
    expect(submit(["admin"]).status).toBe("error");
  });

  it("speaks in the society's words", () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      words: { mentor: "adviser", mentors: "advisers", mentee: "learner", mentees: "learners" },
    };
    expect(sayRoleChoice("mentor", settings)).toBe("I want to be an adviser");
    expect(sayRoleHint("mentor", settings)).toContain("A learner writes to you");
    expect(sayRoleHint("mentee", settings)).toContain("You look for an adviser");
  });
});

function submit(roles: string[]) {
  const form = new FormData();
  for (const role of roles) form.append("roles", role);
  return parseWithZod(form, { schema: JoinInput });
}
