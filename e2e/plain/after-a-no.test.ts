import { expect, test } from "vitest";
import { people } from "../people";
import { given, openMail } from "./given";

test("a mentor says no with a reason, and the same proposal goes to somebody else with one press after a look at it", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  // Somebody who is left to ask, whatever other stories do with those whom Connect suggests.
  const other = await people.mentor();
  const objectives = "Decide between two specialisms by the autumn.";
  await mentee.visit(`/mentors/${mentor.member.id}/proposal`);
  mentee.fill("Objectives", objectives);
  mentee.fill("What you bring", "Preparation, and honesty.");
  await mentee.press("Send proposal");

  await mentor.visit("/relationships");
  await mentor.follow(new RegExp(`^Details.*${mentee.name}`));
  await mentor.follow("Reject");
  mentor.part("group", /Your reason/).tick("Not my field");
  mentor.fill(/note/, "Please ask somebody from your own trade.");
  await mentor.press("Reject");
  expect(mentor.main.text).toContain("Not my field");

  await openMail(mentee, mentee.name, /cannot take up your proposal/);
  expect(mentee.main.text).toContain("Send the same proposal");
  await mentee.visit("/");
  expect(mentee.main.text).toContain(`${mentor.name} cannot take up your proposal`);
  expect(mentee.main.text).toContain(`${mentor.name} gave a reason: Not my field.`);
  await mentee.follow(new RegExp(`^${mentor.name} cannot take up your proposal`));
  expect(mentee.main.text).toContain("Please ask somebody from your own trade.");
  const [same] = mentee.all("link", /^Send the same proposal to/) as HTMLAnchorElement[];
  const { pathname, search } = new URL(same?.href ?? "");
  expect(pathname).toMatch(/^\/mentors\/[^/]+\/proposal$/);
  await mentee.visit(`/mentors/${other.id}/proposal${search}`);
  expect(mentee.value("Objectives")).toBe(objectives);
  expect(mentee.value("What you bring (optional)")).toBe("Preparation, and honesty.");
  await mentee.press("Send proposal");
  expect(mentee.status).toContain("on its way");
  expect(mentee.main.text).toContain(objectives);
  await mentee.visit("/");
  expect(mentee.main.text).not.toContain("cannot take up your proposal");
});
