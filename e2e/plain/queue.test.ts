import { expect, test } from "vitest";
import * as relationships from "@/lib/pairing/relationships/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { begin, propose } from "../partners";
import { people } from "../people";
import { given, type Member, sweepNow, waitForMail } from "./given";

// Full means closed, a place in the queue, a pause, and whom to ask next.

const detailsOf = (id: string) => `/relationships/${id}/details`;

/** A mentor whose one place has just gone to somebody else, and somebody who had asked for it too. */
async function fullMentor(): Promise<{ mentor: Member; mentee: Member; id: string; taken: string }> {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  const id = await propose(mentee.member, mentor.member);
  const taken = await begin(await people.mentee(), mentor.member);
  // Its mails were written here, and not by a form, after which the product sends them.
  await sweepNow();
  return { mentor, mentee, id, taken };
}

test("a place is kept, shown, left and kept again, and when one is free the mentor is asked again", async () => {
  const { mentor, mentee, id, taken } = await fullMentor();
  await waitForMail(mentee, mentee.name, /has no place left/);
  await mentee.visit(detailsOf(id));
  expect(mentee.main.text).toContain(`Closed: ${mentor.name} has no place left`);
  expect(mentee.main.text).toContain("Other mentors you could ask");
  await mentee.press("Keep my place");
  expect(mentee.status).toContain("You have a place in the queue");
  expect(mentee.main.text).not.toContain("This mentor has no place free");
  expect(mentee.main.text).toContain("You are next");

  await mentee.visit("/saved");
  expect(mentee.main.text).toContain("Your places in a queue");
  expect(mentee.has("link", mentor.name)).toBe(true);
  await mentee.visit("/");
  expect(mentee.has("link", "See who fits")).toBe(true);
  await mentee.follow(new RegExp(`^${mentor.name} has no free place at present. You are next.`));
  await mentee.press(/Leave the queue/);
  expect(mentee.status).toContain("You have left the queue");
  await mentee.press("Keep my place");

  await mentor.visit("/");
  expect(mentor.main.text).toContain("One mentee is waiting for a place with you");
  await relationships.end(viewerOf(mentor.member), taken, null, DEFAULT_SETTINGS, await readNow());
  await sweepNow();
  await waitForMail(mentor, mentor.name, /has waited for a place with you/);
  await mentor.visit(detailsOf(id));
  await mentor.press("Accept");
  expect(mentor.heading).toContain(`You and ${mentee.name}`);
});

test("a full mentor is found by name, and says so", async () => {
  const { mentor, mentee } = await fullMentor();
  const stranger = await given.mentee();
  await stranger.visit(`/mentors?q=${encodeURIComponent(mentor.name)}`);
  await stranger.follow(mentor.name);
  expect(stranger.main.text).toContain("This mentor has no place free at the moment.");
  expect(stranger.main.text).toContain("Other mentors who may fit");
  expect(stranger.has("link", "Send proposal")).toBe(false);
  await mentee.visit(`/mentors/${mentor.member.id}`);
  await mentee.follow("Keep my place");
  expect(mentee.has("button", "Keep my place")).toBe(true);
});

test("a mentor who pauses closes what is open, and those who wait see the day of return", async () => {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  const id = await propose(mentee.member, mentor.member);
  await mentor.visit("/account");
  mentor.fill(/Available again from/, "2027-06-01");
  mentor.part("group", "One proposal is waiting for your reply").tick("Close it");
  await mentor.press("Make Unavailable");
  await mentee.visit(detailsOf(id));
  await mentee.press("Keep my place");
  expect(mentee.main.text).toContain("They plan to be back on 1 June");
});

test("a mentor who pauses and goes on answering is seen to be away, and the proposal stays open", async () => {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  const id = await propose(mentee.member, mentor.member);
  await mentor.visit("/account");
  await mentor.press("Make Unavailable");
  await mentee.visit(detailsOf(id));
  expect(mentee.main.text).toContain("but can still reply to you");
});

test("a pause chosen with a rejection stands where the proposal was withdrawn meanwhile", async () => {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  const id = await propose(mentee.member, mentor.member);
  await mentor.visit(`${detailsOf(id)}/reject`);
  await mentee.visit(`${detailsOf(id)}/withdraw`);
  await mentee.press(/Withdraw/);
  mentor.part("group", "From now on").tick("Pause until I say otherwise");
  await mentor.press(/Reject/);
  expect(mentor.main.text).toContain("already been answered or withdrawn");
  expect(mentor.text).toContain("You are currently unavailable to mentees");
});

test("a second choice is named with the proposal, changed, and asked when it is rejected", async () => {
  const [first, mentee] = [await given.mentor(), await given.mentee()];
  await mentee.visit(`/mentors/${first.member.id}/proposal`);
  mentee.part("group", "Topics").tick("Career planning");
  mentee.part("group", "How you would like to meet").tick("Video call");
  const [, second = ""] = mentee.select("#choice1 option").map(({ textContent }) => textContent ?? "");
  mentee.choose("Second choice (optional)", second);
  await mentee.press("Send proposal");
  expect(mentee.main.text).toContain(`If ${first.name} says no, or does not reply`);
  const id = mentee.path.split("/")[2] ?? "";

  await mentee.follow("Change this");
  // Who is offered changes with what others do meanwhile.
  const [, ...offered] = mentee.select("#choice2 option").map(({ textContent }) => textContent ?? "");
  mentee.choose("Third choice (optional)", offered.find((label) => label !== second) ?? "");
  await mentee.press("Save");
  expect(mentee.status).toContain("we ask them in this order");
  await first.visit(detailsOf(id));
  expect(first.main.text).not.toContain("whom to ask next");
  await first.follow("Reject");
  await first.press(/Reject/);
  await sweepNow();
  await waitForMail(mentee, mentee.name, /your next choice/);
  await mentee.visit("/relationships");
  expect(mentee.main.text).toContain("to answer");
});
