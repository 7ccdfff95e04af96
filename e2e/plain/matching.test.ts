import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { draftsOf, joinAs, openToStaff } from "../intake";
import { people } from "../people";
import { given, type Member, openMail, signIn, sweepNow } from "./given";
import { lock, waitForRun } from "./matching";

// Staff bring members together: a whole programme at a press, and two people by hand.

let staff: Member;
beforeEach(async () => {
  staff = await given.staff();
});

/** A programme that staff match, with as many mentees and mentors in it. */
async function aProgramme(mentees: number, mentors: number) {
  const [now, { id: programmeId, name }] = [await readNow(), await openToStaff(staff.member)];
  const asMentees = await Promise.all(Array.from({ length: mentees }, () => people.mentee({ topics: [1] })));
  const asMentors = await Promise.all(Array.from({ length: mentors }, () => people.mentor({ topics: [1], capacity: 1 })));
  await joinAs("mentee", programmeId, asMentees, now);
  await joinAs("mentor", programmeId, asMentors, now);
  return { programmeId, name, mentees: asMentees, mentors: asMentors };
}

test("staff draft matches for a programme, lock three, swap one, match again, publish, and the mentor answers", async () => {
  const { name, mentees, mentors } = await aProgramme(5, 4);
  await staff.visit("/admin/matching");
  expect(staff.text).toContain(name);
  staff.choose("For everybody who waits in", `${name}: 5 mentees wait, 4 places are free`);
  await staff.press("Draft matches");
  const run = staff.path;
  await waitForRun(staff, run, "Drafts (4)");
  expect(staff.text).toContain("Left over (1)");
  expect(staff.text).toContain("Covers all that the mentee asks for");

  await staff.press("Lock those ticked");
  expect(staff.alert).toContain("Tick at least one pair first");
  const pairs = (await draftsOf(run)).slice(0, 3);
  await lock(staff, pairs);
  expect(staff.text).toContain("Locked (3)");

  // The one who is left over gets the mentor of the pair that is not locked, which makes room.
  await staff.follow(/^Left over/);
  await staff.follow(/^Choose/);
  const loose = (await draftsOf(run)).find(({ isLocked }) => !isLocked);
  staff.tick(new RegExp(`^${loose?.mentorName}: no free place, another pair would make room`));
  await staff.press("Match them");
  expect(staff.status).toContain("is left over");
  await staff.press("Match everybody again");
  await waitForRun(staff, run, "Drafts (4)");
  expect(staff.text).toContain("Locked (4)");

  await staff.follow("Publish");
  expect(staff.text).toContain("4 pairs: 4 mentees and 4 mentors are told");
  await staff.press("Publish all 4 pairs");
  expect(staff.status).toContain("Published.");
  await sweepNow();
  await staff.visit(`${run}?view=published`);
  expect(staff.text).toContain("Both asked, no answer yet");

  const [first] = pairs;
  const mentor = await signIn(must(mentors.find(({ id }) => id === first?.mentorId)));
  await openMail(mentor, mentor.email, /suggests that you could be the mentor of/);
  expect(mentor.text).toContain("has not written to you");
  await mentor.visit(`/relationships/${first?.id}/details`);
  expect(mentor.text).toContain("The words below are from their profile.");
  await mentor.press("Accept");
  const mentee = await signIn(must(mentees.find(({ id }) => id === first?.menteeId)));
  await mentee.visit("/notifications");
  expect(mentee.text).toContain("The society has asked");
  expect(mentee.text).toContain("has accepted your proposal");
  await sweepNow();
  await staff.visit(`${run}?view=published`);
  expect(staff.text).toContain("They are partners");
});

test("staff search a run by a name, act on what they find, and are still where they were", async () => {
  const { name, mentees } = await aProgramme(3, 2);
  await staff.visit("/admin/matching");
  staff.choose("For everybody who waits in", `${name}: 3 mentees wait, 2 places are free`);
  await staff.press("Draft matches");
  const run = staff.path;
  await waitForRun(staff, run, "Drafts (2)");
  const [first, second] = await draftsOf(run);
  const left = must(mentees.find(({ id }) => id !== first?.menteeId && id !== second?.menteeId));
  const mentor = await db().member.findUniqueOrThrow({ where: { id: first?.mentorId ?? "" }, select: { number: true } });
  // Names stand in other rows too, as those whom somebody would rather have.
  const listed = (pair: typeof first) => staff.has("link", `${pair?.menteeName} and ${pair?.mentorName}, side by side`);
  staff.fill("Mentee or mentor", mentor.number);
  await staff.press("Search");
  expect(staff.text).toContain("Drafts (1)");
  expect(staff.text).toContain("Left over (0)");
  expect(listed(first)).toBe(true);
  expect(listed(second)).toBe(false);
  staff.tick(`${first?.menteeName} and ${first?.mentorName}`);
  await staff.press("Lock those ticked");
  expect(staff.status).toContain("Locked.");
  expect(staff.text).toContain("Locked (1)");
  expect(listed(second)).toBe(false);
  await staff.follow(/^Swap/);
  await staff.follow(`Matching: ${name}`);
  expect(listed(second)).toBe(false);
  await staff.follow(/^Left over/);
  expect(staff.text).toContain("Nobody in this part of the matching is called");
  staff.fill("Mentee or mentor", left.number);
  await staff.press("Search");
  expect(staff.text).toContain("Left over (1)");
  expect(staff.has("link", "Publish")).toBe(true);
  await staff.follow("Show all");
  expect(staff.text).toContain("Drafts (2)");
  await staff.follow(/^Drafts/);
  staff.tick("Both shown here");
  await staff.press("Lock those ticked");
  expect(staff.status).toContain("Locked.");
  expect(staff.text).toContain("Locked (2)");
  await staff.follow(/^Left over/);
  expect(staff.browser.page.url.search).toContain("view=left");
});

test("staff compare two people by hand and suggest them to each other; what changed meanwhile is told", async () => {
  const { programmeId, name, mentees, mentors } = await aProgramme(1, 1);
  const [mentee, mentor] = [await signIn(must(mentees[0])), must(mentors[0])];
  await staff.visit(`/admin/members/${mentee.member.id}`);
  await staff.follow(/^Match .* with somebody/);
  staff.fill("Mentor", mentor.number);
  staff.choose("Programme", name);
  await staff.press("Compare");
  expect(staff.heading).toBe(`${mentee.name} and ${mentor.name}`);
  for (const said of ["For it", "Against it", "1 of 1 free", "Unanswered proposals of"]) expect(staff.text).toContain(said);
  const colleague = await given.staff();
  const sideBySide = `/admin/matching/pair?programme=${programmeId}&mentee=${mentee.member.id}&mentor=${mentor.id}`;
  await colleague.visit(sideBySide);
  await staff.press("Suggest as a draft");
  expect(staff.status).toContain("Drafted and locked");
  await colleague.press("Suggest to both now");
  expect(colleague.alert).toContain("A colleague has changed this in the meantime");
  expect(await mentee.visit("/notifications")).toBe(200);
  expect(mentee.text).not.toContain("The society has asked");
  await colleague.visit(sideBySide);
  await colleague.press("Suggest to both now");
  expect(colleague.status).toContain("Published.");
  await sweepNow();
  await mentee.visit("/notifications");
  expect(mentee.text).toContain(`The society has asked ${mentor.name}`);
  await mentee.press(/The society has asked/);
  expect(mentee.text).toContain("Below is what your profile said then");
  expect(mentee.has("link", "Withdraw")).toBe(true);
  expect((await mentee.get("/admin/matching")).status).toBe(404);
});

function must<One>(one: One | undefined): One {
  if (one === undefined) throw new Error("Nobody is there.");
  return one;
}
