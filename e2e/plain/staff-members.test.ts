import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import type { TestMember } from "@/testing/people";
import { begin, propose } from "../partners";
import { people } from "../people";
import { given, type Member, neverHere, signInAtSociety, waitForMail } from "./given";

// Members, as staff look for them and look after them.

async function search(staff: Member, words: string): Promise<void> {
  await staff.visit("/admin/members");
  staff.fill("Search", words);
  await staff.press("Show members");
}

/** Opens the page of a member, and there the page that asks. */
async function ask(staff: Member, { id }: TestMember, what: string): Promise<void> {
  await staff.visit(`/admin/members/${id}`);
  await staff.follow(what);
}

test("staff find a member, suspend them, and let them back in; their partner learns only that they cannot be reached", async () => {
  const [mentee, mentor, asker] = [await given.mentee(), await given.mentor({ capacity: 3 }), await given.mentee()];
  const relationship = `/relationships/${await begin(mentee.member, mentor.member)}`;
  const proposal = `/relationships/${await propose(asker.member, mentor.member)}/details`;
  const staff = await given.staff();
  await mentor.visit("/relationships");

  const [first = "", surname = ""] = mentor.name.split(" ");
  await search(staff, `${surname.slice(0, 7).toUpperCase()} ${first.slice(0, 3)}`);
  expect(staff.has("link", mentor.name)).toBe(true);
  for (const words of [mentor.number, mentor.email]) {
    await search(staff, words);
    const { text } = staff.around("listitem", mentor.name);
    expect(text).toContain("Mentor");
    expect(text).toContain(mentor.number);
  }
  staff.unfold("Narrow the list");
  staff.choose("Role", "Mentees");
  await staff.press("Show members");
  expect(staff.has("heading", "No members match")).toBe(true);
  await search(staff, mentor.number);
  await staff.follow(mentor.name);
  expect(staff.heading).toBe(mentor.name);
  expect(staff.part("region", "Relationships").text).toContain(mentee.name);
  expect(staff.part("region", "Proposals").text).toMatch(/Unanswered; sent/);
  expect(staff.main.text).not.toContain("Finding my feet");

  await staff.follow("Suspend");
  await staff.press("Suspend");
  expect(staff.text).toContain("Say why, for other staff to read.");
  staff.fill("Why", "Under review by the committee.");
  await staff.press("Suspend");
  expect(staff.status).toContain("The account is suspended.");
  expect(staff.main.text).toContain("Under review by the committee.");

  await mentor.visit("/relationships");
  expect(mentor.path).toBe("/sign-in");
  await mentee.visit(relationship);
  expect(mentee.main.text).toContain(`${mentor.name} cannot be reached on Connect at present.`);
  expect(mentee.main.text).not.toMatch(/suspend|committee/i);
  await asker.visit(proposal);
  expect(asker.main.text).toContain("Withdrawn");
  expect(asker.has("button", "Reopen Request")).toBe(false);
  await waitForMail(staff, mentee.name, /cannot be reached on Connect at present/);
  await waitForMail(staff, mentor.name, /Your account on Connect has been suspended/);

  await ask(staff, mentor.member, "Reactivate");
  await staff.press("Reactivate");
  expect(staff.status).toContain("The account is active again.");
  expect(staff.part("region", "Audit trail").text).toContain("suspended this member");
  expect(staff.main.text).not.toContain("Under review by the committee.");
  await mentee.visit(relationship);
  expect(mentee.main.text).not.toContain("cannot be reached");
  await asker.visit(proposal);
  expect(asker.has("button", "Reopen Request")).toBe(true);
});

test("administrators make staff and erase; staff leave colleagues and themselves alone; to members none of it exists", async () => {
  const [admin, staff, member, leaving] = [
    await given.admin(),
    await given.staff(),
    await given.mentee(),
    await given.mentee(),
  ];
  const colleague = await people.member({ staff: "staff" });
  const pageOf = ({ id }: TestMember) => `/admin/members/${id}`;
  for (const path of ["/admin/members", pageOf(leaving.member), `${pageOf(leaving.member)}/erase`])
    expect(await member.visit(path), path).toBe(404);
  expect(await staff.visit("/admin/members/nobody")).toBe(404);

  await staff.visit(pageOf(staff.member));
  expect(staff.main.text).toContain("This is your own account.");
  expect(staff.has("link", "Suspend")).toBe(false);
  await staff.visit(`${pageOf(staff.member)}/end-sessions`);
  expect(staff.alert).toContain("This is your own account.");
  await staff.visit(pageOf(colleague));
  expect(staff.has("link", "Suspend")).toBe(false);
  await staff.visit(`${pageOf(member.member)}/change-staff`);
  expect(staff.alert).toContain("Only administrators can decide who is staff here");

  await ask(admin, member.member, "Change staff rights");
  await admin.press("Change staff rights");
  expect(admin.text).toContain("They already have these rights.");
  admin.tick("Administrator");
  await admin.press("Change staff rights");
  expect(admin.status).toContain("Saved. The change has taken effect");
  await member.visit(pageOf(staff.member));
  expect(member.heading).toBe(staff.name);

  await leaving.visit("/relationships");
  await ask(staff, leaving.member, "End all sessions");
  await staff.press("End all sessions");
  expect(staff.status).toContain("The member is signed out everywhere");
  await leaving.visit("/relationships");
  expect(leaving.path).toBe("/sign-in");

  const NUMBER = /Membership number of/;
  await ask(staff, leaving.member, "Erase");
  staff.fill(NUMBER, member.number);
  await staff.press("Erase");
  expect(staff.text).toContain("That is not their membership number. Nothing was erased.");
  expect(staff.value(NUMBER)).toBe(member.number);
  staff.fill(NUMBER, leaving.number);
  await staff.press("Erase");
  expect(staff.status).toContain("Erased for good.");
  expect(staff.heading).toBe("A former member");
  expect(staff.main.text).not.toContain(leaving.number);
  await search(staff, leaving.number);
  expect(staff.has("heading", "No members match")).toBe(true);
});

test("somebody becomes staff from the command line before they have ever signed in", async () => {
  const [admin, newcomer, number] = [await given.admin(), given.stranger(), neverHere(2)];
  const [refused, named] = await Promise.all([command(number, "root"), command(number, "staff")]);
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("not “root”") });
  expect(named).toMatchObject({ status: 0, stdout: expect.stringContaining("becomes staff") });
  await admin.visit("/admin/members");
  expect(admin.text).toContain(`The member with the number ${number} becomes staff when they sign in for the first time`);

  await signInAtSociety(newcomer, number);
  await newcomer.visit("/admin/members");
  expect(newcomer.heading).toBe("Members");
  await admin.visit("/admin/members");
  expect(admin.text).not.toContain(`The member with the number ${number}`);
  expect(await command(number, "staff")).toMatchObject({ status: 1, stderr: expect.stringContaining("is already staff") });
});

/** What `npm run staff` says, while others go on. */
function command(...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile("npm", ["run", "-s", "staff", "--", ...words], (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
