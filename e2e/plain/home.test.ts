import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { send } from "@/lib/pairing/conversations/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { begin, propose } from "../partners";
import { people } from "../people";
import { given, signIn } from "./given";

// Home is true: what waits is there, for each of the two, and only where nothing waits does it say so.

const NOTHING = "Nothing needs your attention";

test("with nothing to do it says so, or what to do first", async () => {
  const [mentor, mentee, newcomer] = [await given.mentor(), await given.mentee(), await given.member({ isMentor: true })];
  await mentor.visit("/");
  expect(mentor.main.text).toContain(NOTHING);
  await mentee.visit("/");
  expect(mentee.main.has("heading", "Find your mentor")).toBe(true);
  await newcomer.visit("/");
  expect(newcomer.main.text).not.toContain(NOTHING);
  expect(newcomer.main.has("link", "Create Profile")).toBe(true);
  const { mentee: partner } = await given.partners();
  await partner.visit("/");
  expect(partner.main.text).toContain(NOTHING);
});

test("a proposal waits for the mentor; once it is rejected, others who fit are on the mentee's Home", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  const id = await propose(mentee.member, mentor.member);
  await mentee.visit("/");
  expect(mentee.part("region", "Waiting for others").text).toContain(`${mentor.name} has until`);
  await mentor.visit("/");
  expect(mentor.main.text).toContain("One thing is waiting for you.");
  await mentor.follow(new RegExp(`^${mentee.name} has sent you a proposal`));
  expect(mentor.path).toBe(`/relationships/${id}/details`);
  await proposals.reject(viewerOf(mentor.member), id, null, SETTINGS, await readNow());
  await mentor.visit("/");
  expect(mentor.main.text).toContain(NOTHING);
  await mentee.visit("/");
  expect(mentee.part("region", "Waiting for you").text).toContain(`${mentor.name} cannot take up your proposal`);
  const others = mentee.part("region", "Other mentors who may fit");
  expect(others.all("heading").length).toBe(4);
  await others.follow(others.all("link")[0]?.textContent ?? "");
  expect(mentee.path).toMatch(/^\/mentors\/[0-9a-f-]+$/);
});

test("a wish to go on, and a message in the other role, are there with the way to them", async () => {
  const both = await signIn(await people.both());
  const mentee = await people.mentee();
  const id = await begin(mentee, both.member);
  const now = await readNow();
  await relationships.askExtension(viewerOf(mentee), id, 6, SETTINGS, now);
  await send(viewerOf(mentee), { relationshipId: id, key: randomUUID(), words: "Hello" }, now);
  await both.visit("/");
  await both.press("Continue as a mentee");
  await both.visit("/");
  expect(both.main.text).toContain("2 things are waiting for you.");
  expect(both.main.text).toContain("to you as mentor");
  await both.follow(`${mentee.name} has written to you.`);
  expect(both.path).toBe(`/relationships/${id}/messages`);
  await both.press("Mark as read");
  await both.visit("/");
  expect(both.main.text).toContain("One thing is waiting for you.");
  await both.follow(new RegExp(`^${mentee.name} would like to go on`));
  expect(both.path).toBe(`/relationships/${id}`);
});
