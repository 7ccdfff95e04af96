import { expect, test } from "vitest";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { propose } from "../partners";
import { given } from "./given";

// What was begun is kept: when something else comes first, and when something has happened meanwhile.

test("a proposal begins with the profile, and the way leads back to it", async () => {
  const [mentee, mentor] = [await given.member({ isMentee: true }), await given.mentor()];
  await mentee.visit(`/mentors/${mentor.member.id}`);
  await mentee.follow("Send proposal");
  expect(mentee.main.text).toContain(`it tells ${mentor.name} who is asking`);
  expect(mentee.hasField("Objectives")).toBe(false);
  await mentee.main.follow("Create Profile");
  expect(mentee.heading).toBe("Your profile as a mentee");
  await mentee.press("Save Profile");
  expect(mentee.title).toMatch(/^Error: /);
  mentee.fill("Headline", "Ready for the next step");
  mentee.fill(/^About/, "Six years in practice.");
  mentee.fill(/^(Your )?aims/i, "To decide what comes next.");
  mentee.part("group", /topics/i).tick("Career planning");
  mentee.part("group", /meet/i).tick("Video call");
  mentee.part("group", /languages/i).tick("English");
  await mentee.press("Save Profile");
  expect(mentee.path).toBe(`/mentors/${mentor.member.id}/proposal`);
  expect(mentee.status).toContain("saved");
  expect(mentee.value("Objectives")).toBe("To decide what comes next.");
});

test("the next proposal begins with the words of the last", async () => {
  const [mentee, mentor, other] = [await given.mentee(), await given.mentor(), await given.mentor()];
  const id = await propose(mentee.member, mentor.member);
  await proposals.reject(viewerOf(mentor.member), id, null, SETTINGS, await readNow());
  await mentee.visit(`/mentors/${other.member.id}/proposal`);
  expect(mentee.main.text).toContain(`We have filled this in with your words to ${mentor.name}.`);
  expect(mentee.value("Objectives")).toBe("Decide between two specialisms by the autumn.");
  expect(mentee.value(/^When and how often/)).toBe("An hour every three weeks.");
});

test("a rejection that comes too late shows what has become of the proposal, and the pause chosen with it holds", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  const id = await propose(mentee.member, mentor.member);
  await mentor.visit(`/relationships/${id}/details/reject`);
  mentor.tick("Pause until I say otherwise");
  await proposals.withdraw(viewerOf(mentee.member), id, SETTINGS, await readNow());
  await mentor.press("Reject");
  expect(mentor.path).toBe(`/relationships/${id}/details`);
  expect(mentor.main.text).toContain(
    "This proposal has already been answered or withdrawn. The page now shows where it stands.",
  );
  expect(mentor.main.text).toContain(`Withdrawn by ${mentee.name}`);
  expect(mentor.banner.text).toContain("You are currently unavailable");
});

test("a change that comes too late says what has happened, and keeps what was typed", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  const id = await propose(mentee.member, mentor.member);
  await mentee.visit(`/relationships/${id}/details/edit`);
  await proposals.accept(viewerOf(mentor.member), id, 1, SETTINGS, await readNow());
  mentee.fill("Objectives", "To learn how to lead a team.");
  await mentee.press("Save changes");
  expect(mentee.main.text).toContain("This proposal has changed since you opened this page: accepted.");
  expect(mentee.value("Objectives")).toBe("To learn how to lead a team.");
});

test("what has ended is spoken of in the past", async () => {
  const { id, mentee, mentor } = await given.partners();
  await relationships.end(viewerOf(mentor.member), id, null, SETTINGS, await readNow());
  await mentee.visit(`/relationships/${id}`);
  const where = mentee.part("region", "How far you came");
  expect(where.text).toContain("not noted");
  expect(where.text).toContain("none held");
  expect(mentee.main.text).not.toMatch(/still to come|none planned|not signed yet/);
  await mentee.visit(`/relationships/${id}/contract`);
  expect(mentee.main.text).toContain("No contract was signed.");
});
