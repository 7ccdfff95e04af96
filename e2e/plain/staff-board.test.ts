import { expect, test } from "vitest";
import { dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { closeUp, readPdf } from "./files";
import { given } from "./given";
import { nameOf } from "./words";

// The society's board: the numbers of a period on one page.

test("staff read the board of a period, follow a number to its people, and take it as a PDF", async () => {
  const [staff, { mentee, mentor }] = [await given.staff(), await given.partners()];
  const today = dayOf(await readNow(), "Europe/London");
  await staff.visit("/admin/reports");
  await staff.main.follow("The society’s board");
  expect(staff.find("link", "Last month").getAttribute("aria-current")).toBe("true");
  await staff.follow("Last quarter");
  expect(staff.find("link", "Last quarter").getAttribute("aria-current")).toBe("true");

  staff.fill("First day", today);
  staff.fill("Last day", today);
  await staff.press("Show these days");
  expect(staff.main.text).toContain("Of the proposals sent in the period, those that were accepted by today.");
  expect(staff.has("img", "Supply and demand by topic")).toBe(true);
  const file = await staff.save("Download this board as PDF");
  expect(file.name).toBe(`board-${today}-to-${today}.pdf`);
  const { text } = await readPdf(file);
  for (const words of ["Members taking part", "Proposals sent:", "What silence cost", "Supply and demand by topic"])
    expect(text).toContain(closeUp(words));

  await staff.follow(nameOf(staff.find("link", /: Pairs that began, in the period$/)));
  expect(staff.path).toBe("/admin/relationships");
  expect(staff.has("link", new RegExp(`${mentee.name} and ${mentor.name}`))).toBe(true);

  await staff.visit("/admin/audit");
  expect(staff.main.text).toContain("downloaded the society’s board");
  await staff.visit("/admin/board?from=2026-03-01&to=2026-02-01");
  expect(staff.alert).toContain("The first day is after the last day. The last month is shown below.");
  for (const path of ["/admin/board", "/admin/board/download"]) expect((await mentee.get(path)).status, path).toBe(404);
});

test("an administrator names who is told each month, and the settings say so", async () => {
  const [admin, staff] = [await given.admin(), await given.staff()];
  await admin.visit("/admin/settings");
  await admin.main.follow("Change who is told");
  admin.tick(new RegExp(staff.name));
  admin.fill("On which day of the month", "29");
  await admin.press("Save");
  expect(admin.alert).toContain("Enter a whole number from 1 to 28.");
  admin.fill("On which day of the month", "3");
  await admin.press("Save");
  expect(admin.path).toBe("/admin/settings");
  expect(admin.main.text).toMatch(/1 member of staff is told on day 3 of each month/);
  await admin.main.follow("Change who is told");
  admin.untick(new RegExp(staff.name));
  await admin.press("Save");
  expect(admin.main.text).toContain("Nobody is told");
  expect((await staff.get("/admin/settings/board")).status).toBe(404);
});
