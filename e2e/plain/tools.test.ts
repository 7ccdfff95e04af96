import { expect, test } from "vitest";
import { given } from "./given";
import { textOf } from "./page";
import { openTool, writeSwot } from "./tools";

// SWOT and G-STAR, as two partners use them, one after the other and both at once.

test("How do I access the tools? Relationships, Tools, SWOT; and back to it at any time, by both", async () => {
  const { mentee, mentor } = await given.partners();
  await openTool(mentee, mentor, "SWOT");
  await mentee.follow("Start a SWOT");
  expect(mentee.text.split(`Only you and ${mentor.name} can read this.`)).toHaveLength(2);
  await mentee.press("Save");
  expect(mentee.alert).toContain("Write something in at least one of the boxes.");
  const [first, second] = ["I finish what I begin. <b>&amp;</b>", "Saying no to extra work. <b>&amp;</b>"];
  mentee.fill("Title (optional)", "Where I stand");
  mentee.fill("Strengths", first);
  await mentee.press("Save");
  expect(mentee.heading).toBe("Where I stand");
  expect(mentee.main.text).toContain(first);

  await openTool(mentor, mentee, "SWOT");
  await mentor.follow("Where I stand");
  expect(mentor.main.text).toContain(first);
  await mentor.follow(/^Edit$/);
  mentor.fill("Weaknesses", second);
  await mentor.press("Save");
  expect(mentor.main.text).toContain("Changed by you");

  await mentee.visit("/notifications");
  expect(mentee.main.text).toContain(`${mentor.name} has worked on your SWOT.`);
  expect(mentee.main.text).not.toContain(second);

  await openTool(mentee, mentor, "SWOT");
  expect(mentee.main.text).toContain(`Changed by ${mentor.name}`);
  await mentee.follow("Where I stand");
  mentee.unfold("Who changed what: 2 versions");
  expect(mentee.around("listitem", "Version 2").text).toContain(mentor.name);
  await mentee.follow("Version 1");
  expect(mentee.main.text).toContain("This is version 1.");
  expect(mentee.main.text).toContain(first);
  expect(mentee.main.text).not.toContain(second);
  await mentee.follow("Add another");
  mentee.fill("Threats", "A merger.");
  await mentee.press("Save");
  await openTool(mentee, mentor, "SWOT");
  expect(mentee.main.all("link", /^(SWOT of|Where I stand)/)).toHaveLength(2);
});

test("two at once in the same box: the second sees both texts, and nothing is lost", async () => {
  const { id, mentee, mentor } = await given.partners();
  await writeSwot(mentee, id, "As it was.");
  await mentee.follow(/^Edit$/);
  expect(mentee.value("Strengths")).toBe("As it was.");
  await mentor.visit(mentee.path);
  mentor.fill("Strengths", "What the mentor wrote.");
  mentor.fill("Threats", "Only the mentor wrote here.");
  await mentor.press("Save");
  expect(mentor.status).toContain("Saved.");

  mentee.fill("Strengths", "What the mentee wrote.");
  mentee.fill("Weaknesses", "Only the mentee wrote here.");
  await mentee.press("Save");
  expect(mentee.alert).toContain(`${mentor.name} saved changes while you were writing.`);
  expect(mentee.all("blockquote").map(textOf)).toEqual(["What the mentor wrote."]);
  expect(mentee.value("Strengths")).toBe("What the mentee wrote.");
  expect(mentee.value("Weaknesses")).toBe("Only the mentee wrote here.");
  expect(mentee.value("Threats")).toBe("Only the mentor wrote here.");
  mentee.fill("Strengths", "What the mentee wrote. What the mentor wrote.");
  await mentee.press("Save");
  const all = ["What the mentee wrote. What the mentor wrote.", "Only the mentee wrote here.", "Only the mentor wrote"];
  for (const words of all) expect(mentee.main.text).toContain(words);
  expect(mentee.main.text).toContain("3 versions");

  // Once more, and this time the other text is taken as it is.
  await mentee.follow(/^Edit$/);
  await mentor.follow(/^Edit$/);
  expect(mentor.value("Strengths")).toMatch(/^What the mentee wrote/);
  mentee.fill("Strengths", "The newest.");
  await mentee.press("Save");
  expect(mentee.main.text).toContain("4 versions");
  mentor.fill("Strengths", "Not so good.");
  await mentor.press("Save");
  mentor.tick("Keep this instead of mine in Strengths");
  await mentor.press("Save");
  expect(mentor.heading).toContain("SWOT of");
  expect(mentor.main.text).toContain("The newest.");
  expect(mentor.main.text).not.toContain("Not so good.");
});

test("two at once in different boxes: both are saved", async () => {
  const { id, mentee, mentor } = await given.partners();
  await writeSwot(mentee, id, "As it was.");
  await mentee.follow(/^Edit$/);
  mentee.fill("Opportunities", "The mentee's.");
  await mentor.visit(mentee.path);
  mentor.fill("Threats", "The mentor's.");
  await mentor.press("Save");
  expect(mentor.status).toContain("Saved.");
  await mentee.press("Save");
  expect(mentee.status).toContain("Saved, together with your partner’s changes.");
  for (const words of ["The mentee's.", "The mentor's."]) expect(mentee.main.text).toContain(words);
});
