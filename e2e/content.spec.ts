import { expect, test } from "./fixtures";

// What a browser adds to the society's texts: places in them to go to, and films.

test("a part of a text is gone to, from its list and by an address", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("contentinfo").getByRole("link", { name: "Privacy", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Privacy policy");
  const last = page.getByRole("navigation", { name: "On this page" }).getByRole("link").last();
  const name = (await last.textContent()) ?? "";
  await last.click();
  await expect(page.getByRole("heading", { level: 2, name })).toBeInViewport();
  await page.goto("/faq#how-long-do-i-wait-for-an-answer");
  await expect(page.getByRole("heading", { name: "How long do I wait for an answer?" })).toBeInViewport();
});
