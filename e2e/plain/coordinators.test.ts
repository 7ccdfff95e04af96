import { expect, test } from "vitest";
import * as joining from "@/lib/pairing/joining/commands";
import { readNow } from "@/lib/people/auth/now";
import * as matching from "@/lib/staff/matching/commands";
import { viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { propose } from "../partners";
import { people } from "../people";
import { given } from "./given";
import { waitForRun } from "./matching";

// Coordinators and readers of a programme: staff name them, and they find their own programme and nothing else.

/** A programme with a name of its own and a mentee in it. */
async function programme() {
  const [now, mentee] = [await readNow(), await people.mentee()];
  const name = `Returners ${mentee.number}`;
  const id = await openProgramme(viewerOf(await people.member({ staff: "staff" })), now, { name });
  await joining.join(viewerOf(mentee), id, "mentee", now);
  return { id, name, mentee };
}

test("staff name a coordinator, who finds their programme and nothing else", async () => {
  const [staff, mine, other] = [await given.staff(), await programme(), await programme()];
  const coordinator = await given.mentee();
  await staff.visit(`/admin/members/${coordinator.member.id}`);
  await staff.follow("Programmes that they look after");
  await staff.press("Give this right");
  expect(staff.alert).toContain("Choose what they may do.");
  staff.tick("Coordinator");
  staff.choose("For which programme", mine.name);
  await staff.press("Give this right");
  expect(staff.status).toContain("They have been told");
  expect(staff.main.text).toContain(`Coordinator of ${mine.name}`);

  await coordinator.visit("/");
  await coordinator.follow("Staff pages");
  expect(coordinator.heading).toBe("Today");
  for (const hidden of ["Settings", "Content", "Register", "System", "Mail", "Support"])
    expect(coordinator.part("navigation", "Staff").has("link", hidden), hidden).toBe(false);
  await coordinator.visit("/admin/programmes");
  expect([coordinator.has("link", mine.name), coordinator.has("link", other.name)]).toEqual([true, false]);
  await coordinator.visit(`/admin/members?q=${mine.mentee.number}`);
  await coordinator.follow(new RegExp(mine.mentee.name));
  expect(coordinator.main.text).toContain(`${mine.name}, as mentee`);
  await coordinator.follow(/^Match .* with somebody/);
  expect(coordinator.heading).toBe("Compare two people");
  expect((await coordinator.get(`/admin/members/${other.mentee.id}`)).status).toBe(404);
  expect((await coordinator.get(`/admin/programmes/${other.id}`)).status).toBe(404);
  await coordinator.visit(`/admin/members?q=${other.mentee.number}`);
  expect(coordinator.main.text).toContain("No members match");

  await staff.press("Take this away");
  expect(staff.main.text).toContain("looks after no programme");
  expect((await coordinator.get("/admin")).status).toBe(404);
});

test("a form of a coordinator does nothing to another programme's proposal", async () => {
  const mine = await programme();
  const coordinator = await given.holder("coordinator", mine.id);
  const elsewhere = await propose(await people.mentee(), await people.mentor());
  const schemes = await given.holder("coordinator", "00000000-0000-4000-8000-000000000001");
  await schemes.visit(`/admin/proposals/${elsewhere}/extend`);
  expect((await coordinator.get(`/admin/proposals/${elsewhere}/extend`)).status).toBe(404);
  schemes.fill("How many more days?", "3");
  await schemes.press("Add the days");
  expect(schemes.status).toContain("The deadline is extended.");
});

test("a coordinator drafts matches in their programme and publishes one, and another programme’s are not there", async () => {
  const [mine, other] = [await programme(), await programme()];
  const [now, mentor] = [await readNow(), await people.mentor({ capacity: 1 })];
  await joining.join(viewerOf(mentor), mine.id, "mentor", now);
  const elsewhere = await matching.beginByHand(viewerOf(await people.member({ staff: "staff" })), other.id, now);
  const coordinator = await given.holder("coordinator", mine.id);
  await coordinator.visit("/admin/matching");
  for (const place of ["Matching", "Readiness"]) expect(coordinator.part("navigation", "Staff").has("link", place)).toBe(true);
  expect(coordinator.main.text).not.toContain(other.name);
  await coordinator.press("Draft matches");
  const run = coordinator.path;
  await waitForRun(coordinator, run, "Drafts (1)");
  coordinator.tick(`${mine.mentee.name} and ${mentor.name}`);
  await coordinator.press("Publish those ticked");
  expect(coordinator.status).toContain("Published.");

  expect((await coordinator.get(`/admin/matching/${elsewhere.ok ? elsewhere.value : ""}`)).status).toBe(404);
  await coordinator.visit(`/admin/matching/pair?programme=${other.id}&mentee=${other.mentee.id}&mentor=${mentor.id}`);
  expect(coordinator.main.text).not.toContain(other.mentee.name);
  expect((await coordinator.get("/admin/matching/rules")).status).toBe(200);
  expect((await coordinator.get(`/admin/readiness?programme=${other.id}`)).status).toBe(200);
});

test("a coordinator reads the audit trail of their programme, and of no other", async () => {
  const [mine, other] = [await programme(), await programme()];
  const coordinator = await given.holder("coordinator", mine.id);
  await coordinator.visit("/admin");
  await coordinator.follow("Audit");
  expect(coordinator.main.text).toContain("Who did what to whom in your programmes");
  expect(coordinator.main.text).toContain(`${mine.mentee.name} joined a programme`);
  expect(coordinator.main.text).not.toContain(other.mentee.name);
  expect(coordinator.has("link", mine.mentee.name)).toBe(true);
  // Who opened the programme is named, and has no page that is there for a coordinator.
  expect(coordinator.main.text).toContain("opened a programme");
  const links = coordinator.main.all("link").map((link) => link.getAttribute("href") ?? "");
  for (const href of new Set(links.filter((href) => href.startsWith("/admin/members/"))))
    expect((await coordinator.get(href)).status, href).toBe(200);
  const file = await (await coordinator.get("/admin/audit/download")).text();
  expect([file.includes(mine.mentee.name), file.includes(other.mentee.name)]).toEqual([true, false]);

  coordinator.fill("Name, number, e-mail or id", other.mentee.number);
  await coordinator.press("Search");
  expect(coordinator.main.text).toContain("Nobody found");
  await coordinator.visit(`/admin/audit?who=${other.mentee.id}`);
  expect(coordinator.main.text).toContain("No lines match");
  const reader = await given.holder("reader", mine.id);
  expect((await reader.get("/admin/audit")).status).toBe(404);
});

test("a reader of the whole society has its figures, and no names", async () => {
  const reader = await given.holder("reader", "00000000-0000-0000-0000-000000000000");
  await reader.visit("/");
  await reader.follow("Staff pages");
  expect(reader.heading).toBe("Reports");
  expect(reader.part("navigation", "Staff").all("link")).toHaveLength(1);
  await reader.follow("The society’s board");
  expect(reader.heading).toBe("The society’s board");
  expect((await reader.get("/admin/board/download")).status).toBe(200);
  expect((await reader.get("/admin/members")).status).toBe(404);
});
