import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import type { Society } from "./society";

/**
 * Opens the page again while the society's scheme asks something of mentors. Nobody who is there is asked for it, because everybody in the
 * gallery would have it on Home.
 */
export async function askedInScheme(page: Page, { now }: Society): Promise<void> {
  const id = randomUUID();
  const asked = { programmeId: SOCIETY_SCHEME, role: "mentor", kind: "training", link: "https://training.example.org/" };
  const words = { name: "Safeguarding for those who help", text: "It takes twenty minutes." };
  const times = { validMonths: 24, countsAt: addDays(now, 300, "Europe/London"), createdAt: now, changedAt: now };
  await db().readinessCondition.create({ data: { id, ...asked, ...words, ...times }, select: { id: true } });
  await page.reload();
  const main = page.getByRole("main");
  await main.getByText(words.name).first().waitFor({ state: "attached" });
  for (const summary of await main.locator("summary", { hasText: /What you need|More about it/ }).all()) await summary.click();
  await db().readinessCondition.update({ where: { id }, data: { retiredAt: now }, select: { id: true } });
}
