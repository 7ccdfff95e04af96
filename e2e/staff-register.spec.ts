import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { db } from "@/lib/foundation/db/client";
import { expect, expectAccessible, people, test } from "./fixtures";

// The society's register: uploaded, checked and imported whole; also run with JavaScript off.

const LOCK = join(tmpdir(), `connect-register-${new URL(process.env.APP_URL ?? "http://localhost").port}.lock`);

/** There is one register for everybody, and one upload at a time: these journeys wait for each other, across processes. */
test.beforeEach(async () => {
  await expect
    .poll(
      () => {
        try {
          if (Date.now() - statSync(LOCK).mtimeMs > 300_000) rmSync(LOCK, { force: true });
        } catch {
          // Nobody has it.
        }
        try {
          closeSync(openSync(LOCK, "wx"));
          return true;
        } catch {
          return false;
        }
      },
      { timeout: 200_000 },
    )
    .toBe(true);
  await db().registerImport.deleteMany({ where: { finishedAt: null } });
});

test.afterEach(async () => {
  await db().registerImport.deleteMany({ where: { finishedAt: null } });
  rmSync(LOCK, { force: true });
});

const file = (text: string | Buffer, name = "members.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function upload(page: Page, given: ReturnType<typeof file>): Promise<void> {
  await page.goto("/admin/register");
  await page.getByLabel("The register as a CSV file").setInputFiles(given);
  await page.getByRole("button", { name: "Upload" }).click();
}

/** The register as it is, so that nobody else's people lapse by it, with these rows instead. */
async function wholeRegister(rows: readonly string[]): Promise<string> {
  const numbers = new Set(rows.map((row) => row.split(";")[0]));
  const entries = await db().registerEntry.findMany({ select: { number: true, name: true, email: true, standing: true } });
  const kept = entries.filter(({ number }) => !numbers.has(number));
  const lines = kept.map(({ number, name, email, standing }) =>
    [number, name, email ?? "", standing === "current" ? "Paid" : "Left"].join(";"),
  );
  return ["Member No.;Full name;E-mail;Status", ...rows, ...lines].join("\r\n");
}

test("a register is uploaded, checked, mended and imported, and whoever lapses is nobody", async ({ as }) => {
  const [staff, lapsing] = [await people.member({ staff: "staff" }), await people.mentee()];
  const [page, theirs] = [await as(staff), await as(lapsing)];
  await theirs.goto("/account");
  await expect(theirs.getByRole("heading", { name: "Edit Account" })).toBeVisible();

  await page.goto("/admin/register");
  await expectAccessible(page);
  const bad = await wholeRegister([`${lapsing.number};${lapsing.name};not-an-address;Left`, `;Nobody;;Paid`]);
  await upload(page, file(bad));
  await expect(page.getByRole("heading", { name: "Which column is what?" })).toBeVisible();
  await expect(page.getByLabel("Membership number")).toHaveValue("0");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Which words mean current?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("group", { name: "Lapsed" }).getByLabel("Left").check();
  await page.getByRole("button", { name: "Check the file" }).click();

  await expect(page.getByRole("heading", { name: "2 rows cannot be taken" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^2 / })).toContainText("The e-mail address is not one");
  await expect(page.getByRole("row", { name: /^3 / })).toContainText("No membership number");
  await expect(page.getByRole("button", { name: "Import this register" })).toHaveCount(0);
  await expectAccessible(page);
  const csv = await page.request.get(`${page.url().split("?")[0]}/problems`);
  expect(await csv.text()).toContain("not-an-address");
  await page.getByRole("button", { name: "Drop this import" }).click();
  await expect(page.getByRole("status")).toContainText("The import is cancelled.");

  await upload(page, file(await wholeRegister([`${lapsing.number};${lapsing.name};;Left`])));
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("group", { name: "Lapsed" }).getByLabel("Left").check();
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { name: "Members who would be shut out" })).toBeVisible();
  await expect(page.getByText(`${lapsing.name}, ${lapsing.number}`)).toBeVisible();
  await expectAccessible(page);
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Edit Account" })).toBeVisible();
  await page.getByRole("button", { name: "Import this register" }).click();
  await expect(page.getByRole("status")).toContainText("The register is imported.");
  await expect(page.getByRole("heading", { name: "What this import has done" })).toBeVisible();
  await expectAccessible(page);
  await theirs.reload();
  await expect(theirs).toHaveURL(/sign-in/);
  await page.goto("/admin/register");
  await expect(page.getByText(`by ${staff.name}`)).toBeVisible();
});

test("what is no register is refused in words, and a second upload waits for the first", async ({ as }) => {
  const [page, other] = [await as(await people.member({ staff: "staff" })), await as(await people.member({ staff: "admin" }))];
  await upload(page, file("number,name\n"));
  await expect(page.getByText("The file has headings and no rows below them.").last()).toBeVisible();
  await expectAccessible(page);
  await upload(page, file(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "members.xlsx"));
  await expect(page.getByText("This is a workbook of a spreadsheet.").last()).toBeVisible();
  await upload(page, file('number,name\n1,"never closed'));
  await expect(page.getByText("never closed").last()).toBeVisible();

  await other.goto("/admin/register");
  await other.getByLabel("The register as a CSV file").setInputFiles(file("number,name\n123456,Ann"));
  await upload(page, file("number,name\n123456,Ann"));
  await expect(page.getByRole("heading", { name: "Which column is what?" })).toBeVisible();
  await other.getByRole("button", { name: "Upload" }).click();
  // Without a script the page comes anew, and says it in the place of the form.
  await expect(other.getByText(/One (import )?goes after the other/).last()).toBeVisible();
  await other.goto("/admin/register");
  await other.getByRole("link", { name: "Go on with it" }).click();
  await expect(other.getByRole("heading", { name: "Which column is what?" })).toBeVisible();
  await other.getByRole("button", { name: "Drop this import" }).click();
  await expect(other.getByRole("status")).toContainText("The import is cancelled.");
});
