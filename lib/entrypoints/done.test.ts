import { describe, expect, it } from "vitest";
import { sayDone } from "./done";

const words = { mentor: "adviser", mentors: "advisers", mentee: "learner", mentees: "learners" };

describe("what has just been done", () => {
  it("is said in the society's words", () => {
    expect(sayDone("withdrawn", words)).toBe("You have withdrawn this proposal. We have told the adviser.");
    expect(sayDone("rejected", words)).toBe("You have rejected this proposal. We have told the learner.");
  });

  it("is nothing for what an address may hold beside our keys", () => {
    for (const key of [undefined, "", "nonsense", "toString", "__proto__", ["sent", "sent"]])
      expect(sayDone(key, words)).toBeNull();
  });
});
