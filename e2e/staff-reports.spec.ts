import { dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { REPORTS } from "@/lib/staff/reports/report";
import { expect, openFilters, people, test } from "./fixtures";
import { begin } from "./partners";

// Staff count, and look up who did what.

test("staff read each report, for the days they choose, and take it as a file", async ({ as }) => {
  const page = await as(await people.member({ staff: "staff" }));
  await begin(await people.mentee(), await people.mentor());
  await page.goto("/admin/reports");
  for (const name of REPORTS) {
    await page.goto(`/admin/reports/${name}?range=all`);
    await expect(page.getByRole("region", { name: /: the numbers$/ }).first()).toBeVisible();
  }

  await page.goto("/admin/reports");
  await page.getByRole("link", { name: "Relationships", exact: true }).last().click();
  await expect(page.getByRole("img", { name: "Started and ended" })).toHaveAccessibleName(/\d+ started and \d+ ended/);
  await page.getByRole("link", { name: "This year" }).click();
  await expect(page.getByRole("link", { name: "This year" })).toHaveAttribute("aria-current", "true");
  const today = dayOf(await readNow(), "Europe/London");
  await page.getByLabel("First day").fill("2026-02-10");
  await page.getByLabel("Last day").fill(today);
  await page.getByRole("button", { name: "Show these days" }).click();
  await expect(page.locator("main")).toContainText("From 10 February 2026 to");
  const file = page.getByRole("link", { name: "Download as CSV: started and ended" });
  const answer = await page.request.get((await file.getAttribute("href")) ?? "");
  expect(answer.headers()["content-disposition"]).toBe(
    `attachment; filename="relationships-by-month-2026-02-10-to-${today}.csv"`,
  );
  expect((await answer.text()).split("\r\n")).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Month,Started,Ended"),
      expect.stringMatching(/^February 2026,\d/),
      expect.stringMatching(new RegExp(`^\\w+ ${today.slice(0, 4)},[1-9]`)),
    ]),
  );
  await page.goto("/admin/reports/proposals?from=2026-03-01&to=2026-02-01");
  await expect(page.getByRole("alert").first()).toContainText("The first day is after the last day.");
  expect((await page.goto("/admin/reports/nothing"))?.status()).toBe(404);
});

test("staff find in the audit trail what somebody did, and that they took it away is in it too", async ({ as }) => {
  const staff = await people.member({ staff: "staff" });
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(staff);
  await page.goto("/admin/audit");
  await page.getByLabel("Name, number, e-mail or id").fill(mentee.number);
  await page.getByRole("button", { name: "Search" }).click();
  const lines = page.getByRole("region", { name: "Newest first" }).getByRole("listitem");
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText(`${mentor.name} accepted the proposal of ${mentee.name} to ${mentor.name}.`);
  await expect(lines.first().getByRole("link").last()).toHaveAttribute("href", `/admin/proposals/${id}`);
  await openFilters(page, "Their role");
  await page.getByLabel("Their role").selectOption("They did it");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText(`${mentee.name} sent the proposal of`);
  const address = await page.getByRole("link", { name: "Download these lines as CSV" }).getAttribute("href");
  const file = await (await page.request.get(address ?? "")).text();
  expect(file).toContain(`${mentee.name} sent the proposal of ${mentee.name} to ${mentor.name}.`);
  expect(file).not.toContain("accepted");

  await page.goto(`/admin/audit?who=${staff.number}&actor=staff`);
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText(`${staff.name} downloaded part of the audit trail`);
  await page.getByLabel("Name, number, e-mail or id").fill("Nobody has this name");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "Nobody found" })).toBeVisible();
  await page.goto("/admin/audit?who=Robin");
  await expect(page.getByRole("heading", { name: "Who do you mean?" })).toBeVisible();
  await page.goto("/admin/audit?after=rubbish&from=2026-13-01&fact=nothing&actor=x");
  await expect(lines.first()).toBeVisible();

  const member = await as(mentee);
  for (const path of ["/admin/reports", "/admin/reports/gaps", "/admin/audit"]) {
    expect((await member.goto(path))?.status(), path).toBe(404);
  }
  for (const path of ["/admin/reports/gaps/download?table=mentors", "/admin/audit/download"]) {
    expect((await member.request.get(path)).status(), path).toBe(404);
  }
});
