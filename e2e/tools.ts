import type { Page } from "@playwright/test";
import type { TestMember } from "@/testing/people";
import { expect, people } from "./fixtures";
import { begin } from "./partners";

/** Two people whom no other test knows, who have just become partners. */
export async function beginAnew(): Promise<{ id: string; mentee: TestMember; mentor: TestMember }> {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  return { id: await begin(mentee, mentor), mentee, mentor };
}

/** As the FAQ has it: Relationships, and there, beside the partner's summary, Tools. */
export async function openTool(page: Page, partner: TestMember, tool: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Relationships" }).click();
  const links = page.getByRole("navigation", { name: `You and ${partner.name}` });
  await links.getByText("Tools").click();
  await links.getByRole("link", { name: `${tool} with ${partner.name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(tool);
}

/** Types into a box; once more when the scripts took the page over between the choice of the old text and its replacement. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: label, exact: true });
  await expect(async () => {
    await box.fill(text);
    await expect(box).toHaveValue(text, { timeout: 500 });
  }).toPass();
}

/** A new SWOT, by the page of new ones. Leaves the page on it. */
export async function writeSwot(page: Page, id: string, strengths: string): Promise<void> {
  await page.goto(`/relationships/${id}/swot/new`);
  await write(page, "Strengths", strengths);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").first()).toContainText("Saved.");
}

/** Something that stands in no other test, to be found or not to be found. */
export const said = (what: string) => `${what} <b>&amp;</b> ${Math.random().toString(36).slice(2)}`;
