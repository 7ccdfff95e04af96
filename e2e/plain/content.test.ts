import { expect, test } from "vitest";
import { given } from "./given";
import type { Person } from "./person";

// The society's texts, and the films after joining.

test.each([
  ["FAQ", "Frequently asked questions"],
  ["Privacy", "Privacy policy"],
  ["Accessibility", "Accessibility statement"],
  ["Complaints", "How to complain"],
])("%s: at the foot of every page, for everybody, with a list of its parts", async (link, heading) => {
  const stranger = given.stranger();
  await stranger.visit("/sign-in");
  await stranger.part("contentinfo").follow(new RegExp(`^${link}$`));
  expect(stranger.heading).toBe(heading);
  expect(stranger.main.text).not.toContain("{{");
  const parts = stranger.part("navigation", "On this page").all("link") as HTMLAnchorElement[];
  const last = parts.at(-1);
  expect(last?.hash).toMatch(/^#./);
  expect(stranger.select(`h2${last?.hash}`)).toHaveLength(1);
  expect(stranger.has("heading", last?.textContent ?? "")).toBe(true);
});

test("the FAQ speaks of the society’s own days, and its answers can be pointed to", async () => {
  const stranger = given.stranger();
  await stranger.visit("/faq");
  expect(stranger.find("heading", "How long do I wait for an answer?").id).toBe("how-long-do-i-wait-for-an-answer");
  expect(stranger.main.text).toContain("We remind them on day 3, 7 and 15 after you sent it.");
  expect(stranger.main.text).toContain("still no answer on day 21");
  expect(stranger.select("h3").length).toBeGreaterThanOrEqual(20);
});

async function joinAs(person: Person, ...roles: string[]): Promise<void> {
  await person.visit("/join");
  for (const role of roles) person.tick(`I want to be a ${role}`);
  await person.press("Join");
}

test("after joining come the films, and then Create Profile", async () => {
  const newcomer = await given.member();
  await joinAs(newcomer, "mentee");
  expect(newcomer.heading).toBe("Getting the most from mentoring");
  for (const title of ["What is mentoring?", "What is the role of a good mentor?", "How it works"])
    expect(newcomer.has("link", title), title).toBe(true);
  expect(newcomer.select("video")).toHaveLength(1);
  await newcomer.follow("Create Profile");
  expect(newcomer.has("button", "Save Profile")).toBe(true);
  await newcomer.follow("Getting the most from mentoring");
  expect(newcomer.has("link", "Create Profile")).toBe(true);
});

test("who joins as both chooses an account first", async () => {
  const newcomer = await given.member();
  await joinAs(newcomer, "mentee", "mentor");
  await newcomer.press("Continue as a mentor");
  expect(newcomer.path).toBe("/welcome");
  await newcomer.follow("Create Profile");
  expect(newcomer.heading).toBe("Your profile as a mentor");
});

test("who has a profile already can watch the films again", async () => {
  const mentor = await given.mentor();
  await mentor.visit("/welcome");
  expect(mentor.has("link", "Create Profile")).toBe(false);
  await mentor.follow("Edit your profile");
  expect(mentor.path).toBe("/profile");
});
