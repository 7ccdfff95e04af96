import { expect, test } from "vitest";
import { dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { REPORTS } from "@/lib/staff/reports/report";
import { insertQuestion } from "@/testing/profile-questions";
import { people } from "../people";
import { wordsIn } from "./files";
import { given } from "./given";
import { textOf } from "./page";
import { nameOf } from "./words";

// Staff count, and look up who did what.

test("staff read each report, for the days they choose, and take it as a file", async () => {
  const staff = await given.staff();
  await given.partners();
  // That of the society's own questions has no numbers until five have answered one.
  const id = await insertQuestion({ kind: "yes-no", question: `Do you work at night, ${staff.number}?`, readers: "staff" });
  const numbers = new RegExp(`Do you work at night, ${staff.number}\\?: the numbers$`);
  await staff.visit("/admin/reports/own-questions");
  expect([staff.main.text.includes("so no figures are shown"), staff.has("region", numbers)]).toEqual([true, false]);
  for (let i = 0; i < 5; i += 1) {
    const { id: memberId } = await people.mentor();
    await db().profileAnswer.create({ data: { memberId, questionId: id, answer: "yes", answeredAt: await readNow() } });
  }
  await staff.visit("/admin/reports/own-questions");
  expect(staff.part("region", numbers).text).toMatch(/Yes\s*5\s*100\s%/);
  for (const name of REPORTS) {
    await staff.visit(`/admin/reports/${name}?range=all`);
    expect(staff.has("region", /: the numbers$/), name).toBe(true);
  }
  await db().profileQuestion.update({ where: { id }, data: { retiredAt: await readNow() }, select: { id: true } });

  await staff.visit("/admin/reports");
  await staff.main.follow(/^Relationships$/);
  expect(nameOf(staff.find("img", "Started and ended"))).toMatch(/\d+ started and \d+ ended/);
  await staff.follow("This year");
  expect(staff.find("link", "This year").getAttribute("aria-current")).toBe("true");
  const today = dayOf(await readNow(), "Europe/London");
  staff.fill("First day", "2026-02-10");
  staff.fill("Last day", today);
  await staff.press("Show these days");
  expect(staff.main.text).toContain("From 10 February 2026 to");
  const csv = await staff.save("Download as CSV: started and ended");
  expect(csv.name).toBe(`relationships-by-month-2026-02-10-to-${today}.csv`);
  expect(wordsIn(csv).split("\r\n")).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Month,Started,Ended"),
      expect.stringMatching(/^February 2026,\d/),
      expect.stringMatching(new RegExp(`^\\w+ ${today.slice(0, 4)},[1-9]`)),
    ]),
  );
  await staff.visit("/admin/reports/proposals?from=2026-03-01&to=2026-02-01");
  expect(staff.alert).toContain("The first day is after the last day.");
  expect(await staff.visit("/admin/reports/nothing")).toBe(404);
});

test("a number of a report leads to those whom it counts, and from there to what can be done", async () => {
  const [staff, { id, mentee, mentor }] = [await given.staff(), await given.partners()];
  const alone = await given.mentee();
  await staff.visit("/admin/reports/gaps");
  const number = staff.find("link", /No mentor now, Together$/);
  await staff.follow(nameOf(number));
  expect(staff.path).toBe("/admin/members");
  expect(staff.main.text).toContain("Mentees who have no mentor now.");
  staff.fill("Search", alone.number);
  await staff.press("Show members");
  expect(staff.main.text).toContain("Mentees who have no mentor now");
  expect(staff.has("link", alone.name)).toBe(true);
  staff.fill("Search", mentee.number);
  await staff.press("Show members");
  expect(staff.has("link", mentee.name)).toBe(false);

  await staff.visit("/admin/reports/relationships");
  await staff.follow(nameOf(staff.all("link", /: Started, /).at(-1) as HTMLElement));
  expect(staff.main.text).toContain("Started from");
  await staff.follow(new RegExp(`${mentee.name} and ${mentor.name}`));
  expect(staff.path).toBe(`/admin/relationships/${id}`);
  expect(staff.has("link", "Write a letter")).toBe(true);
});

test("staff find in the audit trail what somebody did, and that they took it away is in it too", async () => {
  const [staff, { id, mentee, mentor }] = [await given.staff(), await given.partners()];
  const WHO = "Name, number, e-mail or id";
  const lines = () => staff.part("region", "Newest first").all("listitem");
  await staff.visit("/admin/audit");
  staff.fill(WHO, mentee.number);
  await staff.press("Search");
  expect(lines().map(textOf)).toEqual([
    expect.stringContaining(`${mentor.name} accepted the proposal of ${mentee.name} to ${mentor.name}.`),
    expect.stringContaining(`${mentee.name} sent the proposal of`),
  ]);
  expect([...(lines()[0]?.querySelectorAll("a") ?? [])].at(-1)?.getAttribute("href")).toBe(`/admin/proposals/${id}`);
  staff.unfold("Narrow the list");
  staff.choose("Their role", "They did it");
  await staff.press("Search");
  expect(lines().map(textOf)).toEqual([expect.stringContaining(`${mentee.name} sent the proposal of`)]);
  const file = wordsIn(await staff.save("Download these lines as CSV"));
  expect(file).toContain(`${mentee.name} sent the proposal of ${mentee.name} to ${mentor.name}.`);
  expect(file).not.toContain("accepted");

  await staff.visit(`/admin/audit?who=${staff.number}&actor=staff`);
  expect(lines().map(textOf)).toEqual([expect.stringContaining(`${staff.name} downloaded part of the audit trail`)]);
  staff.fill(WHO, "Nobody has this name");
  await staff.press("Search");
  expect(staff.has("heading", "Nobody found")).toBe(true);
  await staff.visit("/admin/audit?who=Robin");
  expect(staff.has("heading", "Who do you mean?")).toBe(true);
  await staff.visit("/admin/audit?after=rubbish&from=2026-13-01&fact=nothing&actor=x");
  expect(lines().length).toBeGreaterThan(0);

  const shut = ["/admin/reports", "/admin/reports/gaps", "/admin/audit"];
  const files = ["/admin/reports/gaps/download?table=mentors", "/admin/audit/download"];
  for (const path of [...shut, ...files]) expect((await mentee.get(path)).status, path).toBe(404);
});

test("staff take a list as a file, narrowed as on its page, and the trail says so", async () => {
  const [staff, { mentee, mentor }] = [await given.staff(), await given.partners()];
  await staff.visit("/admin/relationships");
  staff.fill("Name or number", mentee.number);
  await staff.press("Show them");
  const file = await staff.save("Download this list as CSV");
  expect(file.name).toMatch(/^relationships-\d{4}-\d\d-\d\d\.csv$/);
  expect(wordsIn(file).trimEnd().split("\r\n")).toEqual([
    expect.stringMatching(/^\ufeff?Began on,Mentee,Number of the mentee,Mentor,/),
    expect.stringContaining(`${mentee.name},${mentee.number},${mentor.name},${mentor.number}`),
  ]);
  await staff.visit("/admin/reports");
  const places = await staff.save(/^Places of mentors/);
  expect(wordsIn(places)).toContain(`${mentor.name},${mentor.number},`);
  await staff.visit("/admin/audit");
  expect(staff.main.text).toContain("downloaded a list");
});
