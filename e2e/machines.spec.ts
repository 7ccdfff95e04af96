import type { Page } from "@playwright/test";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { readNow } from "@/lib/people/auth/now";
import { expect, people, test } from "./fixtures";
import { propose } from "./partners";

// Two processes of the product that share nothing but the database: `npm run e2e -- --machines`. The balancer in front of them
// obeys whoever names one.

type Machine = "1" | "2";
const naming = (machine: Machine) => ({ "x-machine": machine });
const on = (page: Page, machine: Machine) => page.setExtraHTTPHeaders(naming(machine));
const DAY = 86_400_000;

test("there are two of them", async ({ request }) => {
  for (const machine of ["1", "2"] as const) {
    const answer = await request.get("/api/health", { headers: naming(machine) });
    expect([answer.status(), answer.headers()["x-machine"]]).toEqual([200, machine]);
  }
});

test("a sign-in begun on one is ended by the other, and known to both", async ({ page }) => {
  await on(page, "1");
  await page.goto("/");
  await page.getByRole("button", { name: /^Sign in with/ }).click();
  await page.getByLabel(/membership number/i).fill("100002");
  await page.getByLabel(/password/i).fill("mentoring");
  await on(page, "2");
  await page.getByRole("button", { name: /sign in/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Gareth Pugh");
  await on(page, "1");
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Edit Account");
});

test("a form of one is taken by the other, and sessions that it ends are over on both at once", async ({ as }) => {
  const member = await people.mentee();
  const [first, second] = [await as(member), await as(member)];
  const staff = await as(await people.member({ staff: "staff" }));
  const pages = [
    [first, "1"],
    [second, "2"],
  ] as const;
  for (const [page, machine] of pages) {
    await on(page, machine);
    await page.goto("/relationships");
    await expect(page).toHaveURL(/\/relationships$/);
  }
  await on(staff, "1");
  await staff.goto(`/admin/members/${member.id}/end-sessions`);
  await on(staff, "2");
  await staff.getByRole("button", { name: "End all sessions", exact: true }).click();
  await expect(staff.getByRole("status")).toContainText("The member is signed out everywhere and has been told.");
  for (const [page] of pages) {
    await page.goto("/relationships");
    await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  }
});

test("a setting that is changed on one counts on the other at its next request", async ({ as, page }) => {
  const admin = await as(await people.member({ staff: "admin" }));
  const telephone = admin.getByLabel("Telephone for help (optional)");
  await on(page, "2");
  await on(admin, "1");
  await admin.goto("/admin/settings/contact");
  const before = await telephone.inputValue();
  for (const number of ["+44 20 7946 0999", before]) {
    await page.goto("/");
    await expect(page.getByRole("contentinfo").getByText(number)).toHaveCount(0);
    await telephone.fill(number);
    await admin.getByRole("button", { name: "Save" }).click();
    await expect(admin.getByRole("status")).toContainText("Saved");
    await page.goto("/");
    await expect(page.getByRole("contentinfo").getByText(number)).toBeVisible();
    await admin.goto("/admin/settings/contact");
  }
});

test("attempts are counted together", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.LOCAL_APP_URL ?? "" });
  const page = await context.newPage();
  const panel = page.getByRole("region", { name: "Account Login" });
  const identifier = `${Math.random()}@example.org`;
  const attempts = Array.from({ length: 11 }, (_, i) => ({ machine: i % 2 ? "2" : "1", isLast: i === 10 }) as const);
  for (const { machine, isLast } of attempts) {
    await on(page, machine);
    await page.goto("/");
    await panel.getByLabel("E-mail address or membership number").fill(identifier);
    await panel.getByLabel("Password").fill("a guess that is not it");
    await panel.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("alert").first()).toContainText(isLast ? "too many attempts" : "not the right password");
  }
  await context.close();
});

test("sweeps on both at once expire each proposal once, and tell of it once", async ({ request }) => {
  const longAgo = new Date((await readNow()).getTime() - 22 * DAY);
  const ids = await Promise.all(
    Array.from({ length: 12 }, async () => propose(await people.mentee(), await people.mentor(), longAgo)),
  );
  const headers = { authorization: `Bearer ${env().CRON_SECRET}` };
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      request.get("/api/cron/sweep", { headers: { ...headers, ...naming(i % 2 ? "2" : "1") } }),
    ),
  );
  expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 200));
  const expired = await db().proposal.count({ where: { id: { in: ids }, status: "expired" } });
  const facts = await db().auditEvent.count({ where: { subjectId: { in: ids }, fact: "expired" } });
  const told = await db().notification.count({ where: { proposalId: { in: ids }, kind: "proposal-expired-mentee" } });
  expect({ expired, facts, told }).toEqual({ expired: 12, facts: 12, told: 12 });
});
