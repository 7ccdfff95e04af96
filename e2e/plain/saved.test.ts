import { expect, test } from "vitest";
import { people } from "../people";
import { given, openMail, sweepNow } from "./given";

test("a mentor is saved from the list, hidden from their page, and brought back", async () => {
  const [mentee, mentor] = [await given.mentee(), await people.mentor()];
  const look = () => mentee.visit(`/mentors?q=${encodeURIComponent(mentor.name)}`);
  await look();
  await mentee.press(`Save (${mentor.name})`);
  expect(mentee.status).toContain("Saved.");
  expect(mentee.has("button", `Saved – remove (${mentor.name})`)).toBe(true);
  await mentee.follow("Saved (1)");
  expect(mentee.heading).toBe("Saved mentors");
  await mentee.follow(mentor.name);
  await mentee.press(`Not for me (${mentor.name})`);
  expect(mentee.main.text).toContain("You have marked them as not for you.");

  await look();
  expect(mentee.has("link", mentor.name)).toBe(false);
  await mentee.follow("Hidden (1)");
  expect(mentee.main.text).not.toContain("Remove");
  await mentee.press(`Bring back ${mentor.name}`);
  expect(mentee.main.text).toContain("Nothing saved yet");
  await look();
  expect(mentee.has("link", mentor.name)).toBe(true);
});

test("nobody else sees the lists", async () => {
  const mentor = await given.mentor();
  expect(await mentor.visit("/saved")).toBe(404);
});

test("a saved mentor who is away is waited for, and the mail comes when they are back", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await mentee.visit(`/mentors/${mentor.member.id}`);
  await mentee.press(`Save (${mentor.name})`);
  await mentor.visit("/account");
  await mentor.press("Make Unavailable");

  await mentee.visit("/saved");
  expect(mentee.main.text).toContain("Away at the moment");
  await mentee.follow(`Tell me when ${mentor.name} is free`);
  await mentee.press(`Tell me when ${mentor.name} is free`);
  expect(mentee.status).toContain("We will tell you.");
  expect(mentee.has("button", `Stop ${mentor.name}`)).toBe(true);

  // On Home only the strip above every page has it.
  await mentor.visit("/");
  await mentor.press("Make Available");
  await sweepNow();
  await openMail(mentee, mentee.name, /can be asked now/);
  expect(mentee.main.text).toContain(mentor.name);
  await mentee.visit("/saved");
  expect(mentee.has("button", `Stop ${mentor.name}`)).toBe(false);
});

test("a search that finds nobody offers to tell, and stops with one press", async () => {
  const mentee = await given.mentee();
  await mentee.visit("/mentors?q=zyzzyva");
  expect(mentee.main.text).toContain("No mentor matches all of that");
  await mentee.press("Tell me when somebody is free");
  expect(mentee.main.text).toContain("“zyzzyva”");
  await mentee.visit("/mentors?q=zyzzyva");
  expect(mentee.main.text).toContain("We will tell you when somebody is free.");
  await mentee.follow("See or stop your alerts");
  await mentee.press("Stop “zyzzyva”");
  expect(mentee.status).toContain("Stopped.");
});
