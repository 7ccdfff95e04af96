import { expect, test } from "vitest";
import { people } from "../people";
import { given } from "./given";

test("a mentor is saved from the list, hidden from their page, and brought back", async () => {
  const [mentee, mentor] = [await given.mentee(), await people.mentor()];
  const look = () => mentee.visit(`/mentors?q=${encodeURIComponent(mentor.name)}`);
  await look();
  await mentee.press(`Save: ${mentor.name}`);
  expect(mentee.status).toContain("Saved.");
  expect(mentee.has("button", `Saved – remove: ${mentor.name}`)).toBe(true);
  await mentee.follow("Saved (1)");
  expect(mentee.heading).toBe("Saved mentors");
  await mentee.follow(mentor.name);
  await mentee.press(`Not for me: ${mentor.name}`);
  expect(mentee.main.text).toContain("You have marked them as not for you.");

  await look();
  expect(mentee.has("link", mentor.name)).toBe(false);
  await mentee.follow("Hidden (1)");
  expect(mentee.main.text).not.toContain("Remove");
  await mentee.press(`Bring back: ${mentor.name}`);
  expect(mentee.main.text).toContain("Nothing saved yet");
  await look();
  expect(mentee.has("link", mentor.name)).toBe(true);
});

test("nobody else sees the lists", async () => {
  const mentor = await given.mentor();
  expect(await mentor.visit("/saved")).toBe(404);
});
