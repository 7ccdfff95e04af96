import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { given } from "./given";
import { openTool } from "./tools";

// From the actions of a G-STAR to a goal, and on to its end.

const GOAL = "Ask Priya for a practice talk";
const dayIn = async (days: number) => dayOf(addDays(await readNow(), days, "Europe/London"), "Europe/London");

test("the actions of a G-STAR become a goal, which goes its way to achieved", async () => {
  const { id, mentee, mentor } = await given.partners();
  await openTool(mentee, mentor, "G-STAR");
  await mentee.follow("Start a G-STAR");
  for (const box of ["Goals", "Situation", "Thinking", "Actions", "Results"]) expect(mentee.has("textbox", box)).toBe(true);
  mentee.fill("Actions", `${GOAL}\nby the end of the month`);
  await mentee.press("Save");
  expect(mentee.heading).toContain("G-STAR of");
  await mentee.follow("Turn this into a goal");
  expect(mentee.value("What")).toBe(`${GOAL}\nby the end of the month`);
  mentee.fill("Target date (optional)", await dayIn(-1));
  await mentee.press("Save");
  expect(mentee.heading).toBe(GOAL);
  expect(mentee.main.text).toContain("The date has passed: is it still right?");
  await mentee.follow("Choose another day");
  mentee.fill("Target date (optional)", await dayIn(20));
  await mentee.press("Save");
  expect(mentee.status).toContain("Your goal is changed.");
  expect(mentee.main.text).not.toContain("The date has passed");

  await openTool(mentor, mentee, "Goals");
  await mentor.follow(GOAL);
  await mentor.press("Save progress");
  expect(mentor.alert).toContain("Write a note, or choose a different progress than before.");
  mentor.tick("Nearly there");
  mentor.fill("Note (optional)", "The talk is on Friday.");
  await mentor.press("Save progress");
  expect(mentor.status).toContain("Noted.");
  expect(mentor.around("listitem", "You: nearly there").text).toContain("The talk is on Friday.");
  expect(mentor.value("Note (optional)")).toBe("");
  expect(mentor.text).not.toContain("We kept what you had typed");
  mentor.fill("Note (optional)", "Second thought.");
  await mentor.press("Save progress");
  expect(mentor.around("listitem", "You wrote a note").text).toContain("Second thought.");
  expect(mentor.value("Note (optional)")).toBe("");
  expect(mentor.isTicked("Nearly there")).toBe(true);

  await mentee.reload();
  expect(mentee.allAround("listitem", `${mentor.name}: nearly there`)).toHaveLength(1);
  await mentee.press("Mark as achieved");
  expect(mentee.status).toContain("Achieved. Take a moment to be pleased.");
  expect(mentee.main.text).toContain("Well done, both of you.");
  await mentor.press("Drop this goal");
  expect(mentor.alert).toContain("This goal is closed.");
  await mentor.visit("/notifications");
  expect(mentor.main.text).toContain(`${mentee.name} has marked a goal as achieved.`);
  await mentee.follow("All goals");
  expect(mentee.part("region", "Achieved").text).toContain(GOAL);
  expect(await mentee.visit(`/relationships/${id}/goals/${id}`)).toBe(404);
});
