import type { Page } from "@playwright/test";
import { db } from "@/lib/foundation/db/client";
import { expect, expectAccessible, people, test } from "./fixtures";

// The society's register: uploaded, checked and imported whole.

const file = (text: string) => ({ name: "members.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

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

test("a register is uploaded, checked and imported, and each page on the way can be used by everybody", async ({ as }) => {
  const [page, lapsing] = [await as(await people.member({ staff: "staff" })), await people.mentee()];
  await upload(page, file("number,name\n"));
  await expect(page.getByText("The file has headings but no rows.").last()).toBeVisible();
  await expectAccessible(page);
  await upload(page, file(await wholeRegister([`${lapsing.number};${lapsing.name};not-an-address;Left`, `;Nobody;;Paid`])));
  await expect(page.getByRole("heading", { name: "Which column is what?" })).toBeVisible();
  await expect(page.getByLabel("Membership number")).toHaveValue("0");
  await expectAccessible(page);
  await sayWhoHasLapsed(page, expectAccessible);
  await expect(page.getByRole("heading", { name: "2 rows cannot be imported" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel this import" }).click();
  await expect(page.getByRole("status")).toContainText("The import is cancelled.");

  await upload(page, file(await wholeRegister([`${lapsing.number};${lapsing.name};;Left`])));
  await sayWhoHasLapsed(page);
  await expect(page.getByRole("heading", { name: "Members who would lose access" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import this register" }).click();
  await expect(page.getByRole("status")).toContainText("The register is imported.");
});

async function sayWhoHasLapsed(page: Page, look?: (page: Page) => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Which values mean a current member?" })).toBeVisible();
  await look?.(page);
  await page.getByRole("group", { name: "Lapsed" }).getByLabel("Left").check();
  await page.getByRole("button", { name: "Check the file" }).click();
}
