import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// The menu beside a partner.

test("the tools are in a menu beside the partner, by keyboard", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const id = await begin(mentee, mentor);
  const page = await as(mentor);
  await page.goto("/relationships");
  const links = page.getByRole("navigation", { name: `You and ${mentee.name}` });
  await expect(links.getByRole("link", { name: /^Messages/ })).toBeVisible();
  await expect(links.getByRole("link", { name: /^Details/ })).toBeVisible();
  await expect(links.getByRole("link", { name: /^SWOT/ })).toBeHidden();
  await links.getByText("Tools").focus();
  await page.keyboard.press("Enter");
  for (const name of ["Meetings", "SWOT", "G-STAR", "Goals", "Contract"]) {
    await expect(links.getByRole("link", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await links.getByRole("link", { name: /^Goals/ }).click();
  await expect(page).toHaveURL(`/relationships/${id}/goals`);
});
