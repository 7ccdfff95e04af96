import { expect, test } from "vitest";
import { people } from "../people";
import { given } from "./given";

test("a partner is blocked from the relationship: it ends, neither finds the other, and staff see that there is a block", async () => {
  const { id, mentee, mentor } = await given.partners();
  await mentee.visit(`/relationships/${id}`);
  await mentee.follow("Block them");
  expect(mentee.heading).toBe(`Block ${mentor.name}?`);
  await mentee.press("Block");
  expect(mentee.status).toContain("Blocked.");
  expect(mentee.main.text).toContain(mentor.name);
  expect(await mentee.visit(`/mentors/${mentor.member.id}`)).toBe(404);

  await mentor.visit(`/relationships/${id}`);
  expect(mentor.main.text).toContain("ended");
  expect(mentor.main.text).not.toContain(mentee.email);
  await mentor.visit("/notifications");
  expect(mentor.main.text).toContain(`${mentee.name} has ended your mentoring relationship`);
  expect(mentor.main.text.toLowerCase()).not.toContain("block");

  const staff = await given.staff();
  await staff.visit(`/admin/members/${mentee.member.id}`);
  expect(staff.main.text).toContain("Has blocked");
  expect(staff.main.text).toContain(mentor.name);

  await mentee.visit("/account");
  await mentee.follow("Blocked members (1)");
  await mentee.press(`Unblock ${mentor.name}`);
  expect(mentee.main.text).toContain("You have not blocked anybody.");
  expect(await mentee.visit(`/mentors/${mentor.member.id}`)).toBe(200);
});

test("a stranger cannot be blocked, and does not exist", async () => {
  const mentor = await given.mentor();
  expect(await mentor.visit(`/block/${(await people.mentee()).id}`)).toBe(404);
});

test("whoever ends a relationship says whether their address stays visible, and the partner does so afterwards", async () => {
  const { id, mentee, mentor } = await given.partners();
  await mentee.visit(`/relationships/${id}/end`);
  mentee.tick(`${mentor.name} may still see my e-mail address`);
  await mentee.press("End relationship");
  expect(mentee.main.text).not.toContain(mentor.email);
  await mentor.visit(`/relationships/${id}`);
  expect(mentor.main.text).toContain(mentee.email);
  await mentor.press("Show my address");
  await mentee.reload();
  expect(mentee.main.text).toContain(mentor.email);
  await mentor.press("Stop showing my address");
  await mentee.reload();
  expect(mentee.main.text).not.toContain(mentor.email);
});
