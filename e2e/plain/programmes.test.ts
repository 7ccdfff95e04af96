import { expect, test } from "vitest";
import * as programmes from "@/lib/pairing/programmes/commands";
import { type Description, NOTHING_OF_ITS_OWN } from "@/lib/pairing/programmes/programme";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { people } from "../people";
import { given, type Member } from "./given";

// Programmes besides the society's own scheme: staff make them, and members join them.

/** A name that no other story uses. */
const ownName = async (year = 2027) => `Intake ${(await people.member()).number} of ${year}`;

const QUESTIONS = "Questions before a proposal that a mentee may have waiting at once (optional)";

/** Staff fill in the form of a new programme and save it as a draft. */
async function draft(staff: Member, name: string): Promise<void> {
  await staff.visit("/admin/programmes");
  await staff.follow("New programme");
  staff.fill("Name", name);
  staff.fill("For whom it is", "Members in their first three years.");
  staff.tick("An intake with dates");
  await staff.press("Save draft");
}

test("staff make an intake, put right what does not fit, run it, and copy it for the year after", async () => {
  const [staff, name] = [await given.staff(), await ownName()];
  await staff.visit("/admin/programmes");
  expect(staff.has("link", "The society’s scheme")).toBe(true);
  await staff.visit("/admin/programmes/new");
  await staff.press("Save draft");
  expect(staff.alert).toContain("Enter a name.");
  expect(staff.alert).toContain("Say for whom it is.");

  await draft(staff, name);
  expect(staff.status).toContain("Only staff can see it");
  expect(staff.heading).toBe(name);
  const address = staff.path;
  staff.fill("Starts (optional)", "2031-05-01");
  staff.fill("Last day (optional)", "2031-04-01");
  staff.fill("A proposal expires (optional)", "9");
  staff.fill("Days on which a reminder of a proposal is sent (optional)", "9");
  staff.fill("A question closes (optional)", "91");
  await staff.press("Save");
  expect(staff.alert).toContain("This day is before the one above it.");
  expect(staff.alert).toContain("Every reminder must come before the proposal expires on day 9.");
  expect(staff.alert).toContain("Enter a whole number from 1 to 90");
  staff.fill("A question closes (optional)", "5");
  staff.fill(QUESTIONS, "0");
  staff.fill("Last day (optional)", "2032-04-30");
  staff.fill("Days on which a reminder of a proposal is sent (optional)", "2, 5");
  await staff.press("Save");
  expect(staff.status).toContain("Saved.");
  expect(staff.value("Days on which a reminder of a proposal is sent (optional)")).toBe("2, 5");

  await staff.press("Open");
  expect(staff.main.text).toContain("Open to join. Starts on 1 May 2031.");
  await staff.press("Start matching");
  await staff.press("Start");
  expect(staff.main.text).toContain("Running. Its last day is 30 April 2032.");
  await staff.press("Close");
  expect(staff.has("button", "Save")).toBe(false);
  await staff.press("Archive");
  expect(staff.main.text).toContain("Archived");

  await staff.press("Copy");
  expect(staff.heading).toBe(name.replace("2027", "2028"));
  expect(staff.status).toContain("This is the copy");
  expect(staff.value("Last day (optional)")).toBe("2033-04-30");
  expect(staff.value("A proposal expires (optional)")).toBe("9");
  expect([staff.value("A question closes (optional)"), staff.value(QUESTIONS)]).toEqual(["5", "0"]);
  expect(staff.path).not.toBe(address);

  await staff.visit(`/admin/audit?who=${encodeURIComponent(staff.number)}&as=actor`);
  for (const said of ["opened a programme", "started matching in a programme", "archived a programme"])
    expect(staff.main.text).toContain(said);
});

test("two members of staff at once overwrite nothing of each other", async () => {
  const [one, other] = [await given.staff(), await given.staff()];
  await draft(one, await ownName());
  await other.visit(one.path);
  one.fill("For whom it is", "Everybody who asks.");
  await one.press("Save");
  other.fill("For whom it is", "Nobody at all.");
  await other.press("Save");
  expect(other.alert).toContain("Somebody else has changed this programme meanwhile.");
  expect(other.value("For whom it is")).toBe("Nobody at all.");
  await other.visit(one.path.split("?")[0] ?? "");
  expect(other.value("For whom it is")).toBe("Everybody who asks.");
});

test("the society’s own scheme has a name and no dates, and is there for good", async () => {
  const staff = await given.staff();
  await staff.visit("/admin/programmes");
  await staff.follow("The society’s scheme");
  expect(staff.has("button", "Close")).toBe(false);
  expect(staff.has("textbox", "Starts (optional)")).toBe(false);
  await staff.press("Save");
  expect(staff.value("Name")).toBe("The society’s scheme");
});

/** An open programme. Other stories see it too, so that it closes with its own: `close`. */
async function opened(values: Partial<Description> = {}) {
  const staff = viewerOf(await people.member({ staff: "staff" }));
  const name = values.name ?? (await ownName());
  const id = await openProgramme(staff, await readNow(), { ...values, name });
  const close = async () => {
    const found = await findProgramme(id, await readNow());
    await programmes.move(staff, { id, seen: found?.version ?? 0 }, "close", await readNow());
  };
  return { id, name, close };
}

test("a member joins two programmes, and leaves one of them", async () => {
  const [one, other, mentee] = [await opened(), await opened(), await given.mentee()];
  await mentee.visit("/");
  await mentee.follow("Programmes that you can take part in");
  for (const { name } of [one, other]) {
    await mentee.visit("/programmes");
    await mentee.follow(name);
    expect(mentee.main.text).toContain("You are not in it as a mentee.");
    await mentee.press("Join as a mentee");
    expect(mentee.status).toBe("You have joined.");
    expect(mentee.main.text).toContain("You are in it as a mentee.");
  }
  await mentee.press("Leave this programme");
  expect(mentee.status).toContain("You have left.");
  await mentee.follow("Programmes that you can take part in");
  expect(mentee.main.text).toContain("You are in it as a mentee.");
  expect(mentee.main.text).toContain("You have left it as a mentee.");
  await Promise.all([one.close(), other.close()]);
  // What was closed stays to be read for whoever was in it, and is gone for everybody else.
  expect(await mentee.visit(`/programmes/${one.id}`)).toBe(200);
  expect(mentee.main.text).toContain("This programme has closed.");
  expect(await mentee.visit(`/programmes/${other.id}`)).toBe(404);
});

test("staff answer those who have applied, and each of them reads it", async () => {
  const { id, close } = await opened({ needsApproval: true });
  const [mentor, mentee, staff] = [await given.mentor(), await given.mentee(), await given.staff()];
  for (const [member, role] of [
    [mentor, "mentor"],
    [mentee, "mentee"],
  ] as const) {
    await member.visit(`/programmes/${id}`);
    await member.press(`Apply as a ${role}`);
    expect(member.main.text).toContain("The society looks at every application, and we will tell you.");
  }
  await staff.visit(`/admin/programmes/${id}`);
  await staff.follow("See its members");
  await staff.press("Take those ticked");
  expect(staff.alert).toContain("Tick somebody first.");
  staff.tick(`${mentor.name}, mentor`);
  await staff.press("Take those ticked");
  staff.tick(`${mentee.name}, mentee`);
  await staff.press("Decline those ticked");
  expect(staff.main.text).toContain("Nobody here");

  await mentor.visit("/notifications");
  expect(mentor.main.text).toMatch(/You are in Intake .* now\./);
  await mentor.visit(`/programmes/${id}`);
  mentor.fill(/Mentees at once in this programme/, "99");
  await mentor.press("Save places");
  expect(mentor.alert).toContain("Enter a whole number from 1 to 20");
  mentor.fill(/Mentees at once in this programme/, "1");
  await mentor.press("Save places");
  expect(mentor.value(/Mentees at once in this programme/)).toBe("1");
  await mentee.visit("/notifications");
  expect(mentee.main.text).toMatch(/could not take you into Intake .* this time/);
  await close();
});

test("two who are in a programme find each other in it, and it is named wherever they have to tell it from the society’s scheme", async () => {
  const own = { ...NOTHING_OF_ITS_OWN, remindAfterDays: [2], expireAfterDays: 9 };
  const { id, name, close } = await opened({ own });
  const [mentee, mentor, staff] = [await given.mentee(), await given.mentor(), await given.staff()];
  const form = `/mentors/${mentor.member.id}/proposal`;
  await mentee.visit(form);
  // With one programme alone no screen says the word.
  expect(mentee.main.text).toContain("has 21 days to reply");
  expect(mentee.main.text).not.toMatch(/programme/i);
  await mentee.visit("/mentors");
  mentee.unfold("Narrow the list");
  expect([mentee.hasField("Region"), mentee.hasField("Programme")]).toEqual([true, false]);

  for (const [member, role] of [
    [mentor, "mentor"],
    [mentee, "mentee"],
  ] as const) {
    await member.visit(`/programmes/${id}`);
    await member.press(`Join as a ${role}`);
  }
  await mentee.visit("/mentors");
  mentee.unfold("Narrow the list");
  mentee.choose("Programme", name);
  await mentee.press("Show mentors");
  expect(mentee.main.text).toContain(mentor.name);

  await mentee.visit(form);
  expect(mentee.part("group", "In which programme?").text).toContain("9 days to reply");
  mentee.fill("Objectives", "To decide by the autumn.");
  mentee.part("group", "Topics").tick("Career planning");
  mentee.part("group", "How you would like to meet").tick("Video call");
  mentee.tick(new RegExp(name));
  await mentee.press("Send proposal");
  expect(mentee.status).toContain("Your proposal is on its way.");
  expect(mentee.main.text).toContain(`Sent in ${name}.`);
  await mentor.visit("/relationships");
  expect(mentor.main.text).toContain(name);

  await staff.visit("/admin/proposals");
  staff.unfold("Narrow the list");
  staff.choose("Programme", name);
  await staff.press("Show them");
  expect(staff.main.text).toContain(mentee.name);
  staff.unfold("Narrow the list (some proposals are left out)");
  staff.choose("Programme", "The society’s scheme");
  await staff.press("Show them");
  expect(staff.main.text).not.toContain(mentee.name);

  await close();
  await mentor.visit(mentee.path.split("?")[0] ?? "");
  await mentor.press("Accept");
  expect(mentor.status).toContain("You have accepted.");
});

test("a programme asks its own questions of those who join, and whoever decides about them reads the answers", async () => {
  const { id, name, close } = await opened({ needsApproval: true });
  const [admin, mentor] = [await given.admin(), await given.mentor()];
  await admin.visit(`/admin/programmes/${id}`);
  await admin.follow("Questions on joining");
  expect(admin.heading).toBe(`Questions on joining ${name}`);
  await admin.follow(`Add a question on joining ${name} as a mentor`);
  admin.fill("Question", "Why would you like to join?");
  admin.tick("Staff only");
  admin.tick("It has to be answered");
  await admin.press("Add question");
  expect(admin.status).toContain("Members are asked from now on.");
  await admin.follow(`See it as a member does (on joining ${name} as a mentor)`);
  expect(admin.hasField("Why would you like to join?")).toBe(true);

  await mentor.visit("/profile");
  expect(mentor.hasField("Why would you like to join?")).toBe(false);
  await mentor.visit(`/programmes/${id}`);
  await mentor.press("Apply as a mentor");
  expect(mentor.alert).toContain("Please answer this question.");
  mentor.fill("Why would you like to join?", "To <b>give</b> something back.");
  await mentor.press("Apply as a mentor");
  expect(mentor.status).toBeTruthy();
  expect(mentor.value("Why would you like to join?")).toBe("To <b>give</b> something back.");
  await admin.visit(`/admin/programmes/${id}/members?status=applied`);
  expect(admin.main.text).toContain("To <b>give</b> something back.");
  mentor.fill("Why would you like to join?", "");
  await mentor.press("Save answers");
  expect(mentor.alert).toContain("Please answer this question.");
  await close();
});
