import { expect, test } from "vitest";
import { begin } from "../partners";
import { people } from "../people";
import { given, type Member, waitForMail } from "./given";

// The main journeys.

const OBJECTIVES = "Decide between two specialisms by the autumn, and tell my manager.";

async function sendProposal(mentee: Member, mentor: Member): Promise<void> {
  await mentee.visit(`/mentors/${mentor.member.id}`);
  await mentee.follow("Send proposal");
  mentee.fill("Objectives", OBJECTIVES);
  mentee.part("group", "Topics").tick("Career planning");
  mentee.part("group", "How you would like to meet").tick("Video call");
  await mentee.press("Send proposal");
  expect(mentee.status).toContain("on its way");
}

/** From Home over Relationships to the details, as the FAQ tells it. */
async function openDetails(person: Member, partner: Member): Promise<void> {
  await person.visit("/");
  await person.part("navigation", "Main").follow("Relationships");
  await person.follow(new RegExp(`^Details.*${partner.name}`));
  expect(person.heading).toContain(partner.name);
}

test("a proposal is sent, changed and accepted, and only then the two see each other's address", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await sendProposal(mentee, mentor);
  expect(mentee.main.text).not.toContain(mentor.email);

  await mentee.follow("Edit details");
  mentee.fill("When and how often", "An hour every three weeks.");
  await mentee.press(/Save/);
  expect(mentee.status).toContain("changed");

  await mentor.visit("/notifications");
  expect(mentor.main.text).toContain(mentee.name);
  await waitForMail(mentor, mentor.name, /proposal/i);
  await openDetails(mentor, mentee);
  expect(mentor.main.text).toContain(OBJECTIVES);
  expect(mentor.main.text).toContain("Earlier texts");
  expect(mentor.main.text).not.toContain(mentee.email);
  await mentor.press("Accept");
  expect(mentor.heading).toContain(`You and ${mentee.name}`);
  expect(mentor.main.text).toContain(mentee.email);

  await mentee.visit("/notifications");
  expect(mentee.main.text).toContain("accepted");
  await waitForMail(mentee, mentee.name, /accepted/i);
  await mentee.visit("/relationships");
  await mentee.follow(mentor.name);
  expect(mentee.main.text).toContain(mentor.email);
});

test("Reject with a reason, Reopen Request, and then accept", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await sendProposal(mentee, mentor);

  await openDetails(mentor, mentee);
  await mentor.follow("Reject");
  mentor.fill(/note/i, "I am away until the spring.");
  await mentor.press(/Reject/);
  expect(mentor.status).toContain("rejected");

  await openDetails(mentee, mentor);
  expect(mentee.main.text).toContain("I am away until the spring.");
  expect(mentee.has("button", "Reopen Request")).toBe(false);
  await waitForMail(mentee, mentee.name, /proposal/i);

  await openDetails(mentor, mentee);
  await mentor.press("Reopen Request");
  expect(mentor.status).toContain("open again");
  await mentor.press("Accept");
  expect(mentor.main.text).toContain(mentee.email);
});

test("Withdraw, and Reopen Request", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await sendProposal(mentee, mentor);
  await openDetails(mentee, mentor);
  await mentee.follow("Withdraw");
  await mentee.press(/Withdraw/);
  expect(mentee.status).toContain("withdrawn");

  await openDetails(mentor, mentee);
  for (const name of ["Accept", "Reopen Request"]) expect(mentor.has("button", name), name).toBe(false);

  await openDetails(mentee, mentor);
  await mentee.press("Reopen Request");
  expect(mentee.status).toContain("open again");
  await mentor.reload();
  expect(mentor.has("button", "Accept")).toBe(true);
});

test("a proposal that lacks something comes back with what was typed, and says what is missing", async () => {
  const [mentee, mentor] = [await given.mentee({ topics: [], methods: [], aims: "" }), await people.mentor()];
  await mentee.visit(`/mentors/${mentor.id}/proposal`);
  mentee.fill("What you bring", "Preparation, and <b>honesty</b>.");
  await mentee.press("Send proposal");
  expect(mentee.main.alert).toContain("Say what you would like to achieve.");
  expect(mentee.title).toMatch(/^Error: /);
  expect(mentee.value("What you bring")).toBe("Preparation, and <b>honesty</b>.");
  expect(mentee.main.part("alert").address("Say what you would like to achieve.").hash).toBe("#objectives");
  expect(mentee.select("#objectives")).toHaveLength(1);
});

test("a mentee who has a mentor is told so before writing to another", async () => {
  const [mentee, mentor, other] = [await given.mentee(), await people.mentor(), await people.mentor()];
  await begin(mentee.member, mentor);
  await mentee.visit(`/mentors/${other.id}/proposal`);
  expect(mentee.main.text).toContain("You already have as many mentors as you can have at once.");
  expect(mentee.has("button", "Send proposal")).toBe(false);
});

test("a box comes with what the profile says, and what is typed over it is what is sent", async () => {
  const [mentee, mentor] = [await given.mentee({ aims: "What the box came with." }), await people.mentor()];
  await mentee.visit(`/mentors/${mentor.id}/proposal`);
  expect(mentee.value("Objectives")).toBe("What the box came with.");
  mentee.fill("Objectives", OBJECTIVES);
  mentee.part("group", "Topics").tick("Personal goals");
  await mentee.press("Send proposal");
  expect(mentee.main.text).toContain(OBJECTIVES);
  expect(mentee.main.text).not.toContain("What the box came with.");
  expect(mentee.main.text).toContain("Personal goals");
});
