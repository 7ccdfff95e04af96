import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { WORDS } from "@/testing/proposals/examples";
import { begin, propose } from "../partners";
import { people } from "../people";
import { given, neverHere, signIn, signInAtSociety, waitForMail } from "./given";
import type { Person } from "./person";

// Both roles, pauses, leaving and coming back, as Edit Account has them.

const UNAVAILABLE = "You are currently unavailable to mentees";

async function editAccount(person: Person): Promise<void> {
  await person.visit("/");
  await person.follow("Edit Account");
  expect(person.heading).toContain("Edit Account");
}

async function inDays(days: number): Promise<string> {
  return dayOf(addDays(await readNow(), days, "Europe/London"), "Europe/London");
}

test("a mentee becomes a mentor as well, and gives up a role only when nobody waits", async () => {
  const mentee = await given.mentee();
  await propose(mentee.member, await people.mentor());
  await editAccount(mentee);
  mentee.tick(/I want to be a mentor/);
  await mentee.press("Save");
  expect(mentee.heading).toContain("Your profile as a mentor");
  expect(mentee.status).toContain("Saved. Please fill in your profile.");
  expect(mentee.has("button", "Switch to mentee")).toBe(true);

  await editAccount(mentee);
  mentee.untick(/I want to be a mentee/);
  await mentee.press("Save");
  expect(mentee.alert).toContain("You cannot stop being a mentee while you still have 1 open proposal");

  await editAccount(mentee);
  expect(mentee.title).toMatch(/^Edit Account/);
  mentee.untick(/I want to be a mentor/);
  await mentee.press("Save");
  expect(mentee.status).toContain("Your roles are saved.");
  expect(mentee.has("button", /Switch to/)).toBe(false);
});

test("Make Unavailable and Make Available, with the sentence on every screen between", async () => {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  await editAccount(mentor);
  mentor.fill(/Available again from/, await inDays(0));
  await mentor.press("Make Unavailable");
  expect(mentor.alert).toContain("Choose a day after today.");
  mentor.fill(/Available again from/, await inDays(10));
  await mentor.press("Make Unavailable");
  expect(mentor.status).toContain("You are now unavailable to mentees");
  expect(mentor.main.text).toContain("We will make you available again on");
  for (const path of ["/", "/relationships", "/profile", "/account", "/notifications"]) {
    await mentor.visit(path);
    expect(mentor.banner.text, path).toContain(UNAVAILABLE);
  }
  await mentee.visit(`/mentors/${mentor.member.id}`);
  expect(mentee.main.text).toContain("They plan to be back on");
  expect(mentee.has("link", "Send proposal")).toBe(false);
  await mentor.visit("/relationships");
  await mentor.banner.press("Make Available");
  expect(mentor.status).toContain("You are available again");
  expect(mentor.text).not.toContain(UNAVAILABLE);
  await mentee.reload();
  expect(mentee.has("link", "Send proposal")).toBe(true);
});

test("where a proposal is rejected, the mentor may ask for a pause", async () => {
  const [mentee, mentor] = [await people.mentee(), await given.mentor()];
  const id = await propose(mentee, mentor.member);
  await mentor.visit(`/relationships/${id}/details/reject`);
  mentor.tick("Pause until the day below");
  await mentor.press("Reject");
  expect(mentor.alert).toContain("Enter the day from which you are available again.");
  expect(mentor.isTicked("Pause until the day below")).toBe(true);
  mentor.tick("Pause until I say otherwise");
  await mentor.press("Reject");
  expect(mentor.status).toContain("You are now unavailable to mentees");
  expect(mentor.banner.text).toContain(UNAVAILABLE);
});

test("Log Out Everywhere ends every session, here and elsewhere, for good", async () => {
  const mentee = await given.mentee();
  const lost = await signIn(mentee.member);
  await editAccount(mentee);
  const old = await mentee.keepCookies();
  await mentee.press("Log Out Everywhere");
  expect(mentee.status).toContain("You are signed out here and everywhere else");
  for (const one of [old, lost]) {
    await one.visit("/relationships");
    expect(one.path).toBe("/sign-in");
  }
  const again = await signIn(await db().member.findUniqueOrThrow({ where: { id: mentee.member.id } }));
  await again.visit("/relationships");
  expect(again.path).toBe("/relationships");
});

test("Delete Account says what it will do, does it, and tells the partner; the old cookie is worth nothing", async () => {
  const [mentor, mentee, asker] = [await given.mentor({ capacity: 2 }), await given.mentee(), await given.mentee()];
  const id = await begin(mentee.member, mentor.member);
  const asked = await propose(asker.member, mentor.member);
  const second = await signIn(mentor.member);
  await editAccount(mentor);
  await mentor.follow("Delete Account");
  expect(mentor.heading).toContain("Delete your account?");
  expect(mentor.main.text).toContain("Your relationship with 1 mentee ends.");
  expect(mentor.main.text).toContain("1 open proposal that you received is withdrawn.");
  const old = await mentor.keepCookies();
  await mentor.press("Delete Account");
  expect(mentor.status).toContain("Your account is deleted");

  for (const one of [old, second])
    for (const path of ["/relationships", "/come-back"]) {
      await one.visit(path);
      expect(one.path).toBe("/sign-in");
    }

  await mentee.visit("/notifications");
  expect(mentee.main.text).toContain(`${mentor.name} is no longer on Connect, so your relationship has ended.`);
  await mentee.visit(`/relationships/${id}`);
  expect(mentee.main.text).toContain(WORDS.objectives);
  await asker.visit(`/relationships/${asked}/details`);
  expect(asker.main.text).toContain(`Withdrawn: ${mentor.name} is no longer taking part`);
  await waitForMail(mentee, mentor.name, /Your account on .* has been deleted/);
  await waitForMail(mentee, mentee.name, /has ended/);
});

test("after Delete Account, signing in again at the society offers to come back", async () => {
  const person = given.stranger();
  const number = neverHere(1);
  await signInAtSociety(person, number);
  person.tick(/I want to be a mentee/);
  await person.press("Join");
  expect(person.path).toMatch(/^\/welcome/);
  await editAccount(person);
  await person.follow("Delete Account");
  await person.press("Delete Account");
  expect(person.status).toContain("Your account is deleted");

  // The society has forgotten them too, so it asks for the password.
  await signInAtSociety(person, number);
  expect(person.path).toBe("/come-back");
  expect(person.heading).toContain("Come back to Connect?");
  await person.press("Come back");
  expect(person.status).toContain("Welcome back");
});

test("Erase everything: with the number, after two weeks in which they can come back, or at once", async () => {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  await begin(mentee.member, mentor.member);
  await editAccount(mentee);
  await mentee.follow("Delete Account");
  await mentee.follow("Erase everything");
  expect(mentee.main.text).toContain("Your relationship with 1 mentor ends.");
  mentee.fill(/Your membership number/, "1");
  await mentee.press("Erase everything");
  expect(mentee.alert).toContain("That is not your membership number.");
  mentee.fill(/Your membership number/, mentee.number);
  await mentee.press("Erase everything");
  expect(mentee.status).toContain("We have sent you an e-mail with the day on which your data is erased.");
  await waitForMail(mentor, mentee.name, /will be erased/);
  await mentor.visit("/notifications");
  expect(mentor.main.text).toContain(`${mentee.name} is no longer on Connect`);

  const back = await signIn(await db().member.findUniqueOrThrow({ where: { id: mentee.member.id } }));
  await back.visit("/");
  expect(back.path).toBe("/come-back");
  expect(back.main.text).toContain("Your data is erased on");
  await back.follow("Erase everything");
  back.tick(/^Now/);
  back.fill(/Your membership number/, mentee.number);
  await back.press("Erase everything");
  expect(back.status).toContain("Everything about you has been erased");
  const gone = await db().member.findUniqueOrThrow({ where: { id: mentee.member.id } });
  expect([gone.name, gone.erasedAt === null]).toEqual(["a former member", false]);
});

test("who has left can do nothing but come back, in the roles they choose", async () => {
  const mentee = await given.mentee({}, { status: "deleted" });
  for (const path of ["/", "/mentors", "/relationships", "/account", "/account/delete", "/join", "/sign-in"]) {
    await mentee.visit(path);
    expect(mentee.path, path).toBe("/come-back");
  }
  mentee.untick(/I want to be a mentee/);
  await mentee.press("Come back");
  expect(mentee.alert).toContain("Choose at least one.");
  mentee.untick(/I want to be a mentee/);
  mentee.tick(/I want to be a mentor/);
  await mentee.press("Come back");
  expect(mentee.status).toContain("Welcome back");
  expect(mentee.banner.text).toContain("mentor");
});

test("a time zone has the name that it has today, whichever was stored", async () => {
  const member = await given.mentee({}, { timeZone: "Europe/Kiev" });
  await editAccount(member);
  expect(member.value("Time zone")).toBe("Europe/Kyiv");
  member.choose("Time zone", "Asia/Kolkata");
  await member.press("Save time zone");
  expect(member.value("Time zone")).toBe("Asia/Kolkata");
  const { timeZone } = await db().member.findUniqueOrThrow({ where: { id: member.member.id }, select: { timeZone: true } });
  expect(timeZone).toBe("Asia/Kolkata");
});

test("where somebody is signed in: one session is ended from another, then all the others", async () => {
  const here = await given.mentee();
  const [phone, library] = [await signIn(here.member), await signIn(here.member)];
  await phone.visit("/");
  await editAccount(here);
  await here.follow("See where you are signed in");
  expect(here.main.text).toContain("Chrome on Linux, this one");
  expect(here.all("button", /^End the session/)).toHaveLength(1);
  await here.press(/^End the session/);
  expect(here.status).toContain("That session has ended.");
  await phone.visit("/relationships");
  expect(phone.path).toBe("/sign-in");
  await library.visit("/");
  await here.reload();
  await here.press("End all others");
  expect(here.status).toContain("You are signed out everywhere else.");
  expect(here.has("button", "End all others")).toBe(false);
  await library.visit("/relationships");
  expect(library.path).toBe("/sign-in");
  expect(await here.visit("/relationships")).toBe(200);
});
