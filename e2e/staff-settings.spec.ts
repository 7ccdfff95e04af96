import sharp from "sharp";
import { readNow } from "@/lib/people/auth/now";
import { changeSection } from "@/lib/society/settings/commands";
import { getSettings, readStored } from "@/lib/society/settings/queries";
import { SECTIONS } from "@/lib/society/settings/sections";
import { viewerOf } from "@/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";

// What an admin sets. Other tests read the words, colours and topics of the same society while these run: only what nobody else
// looks at is changed here, and put back.

test("an admin looks at colours and words before they count, and is told the nearest shade that can be read", async ({
  as,
}) => {
  const page = await as(await people.member({ staff: "admin" }));
  await page.goto("/admin/settings/look");
  await page.getByLabel("On light paper").fill("#ffcc00");
  await page.getByRole("button", { name: "Save" }).click();
  const summary = page.getByRole("alert").first();
  await expect(summary).toContainText(/#ffcc00 is too hard to read: its contrast on the tinted boxes is 1\.\d+ to 1/);
  await expect(page.getByLabel("On light paper")).toHaveValue("#ffcc00");
  const [, nearest = ""] = /nearest shade that works is (#[0-9a-f]{6})/.exec((await summary.textContent()) ?? "") ?? [];
  await page.getByLabel("On light paper").fill(nearest);
  await page.getByRole("button", { name: "Show a preview" }).click();
  await expect(page.getByRole("heading", { name: "Preview" })).toBeVisible();
  await expect(page.getByRole("figure", { name: "On a dark background" })).toBeVisible();
  await expect(page.getByLabel("On light paper", { exact: true }).last()).toHaveValue(nearest);
  const sheet = await page.locator('link[rel="stylesheet"][href$="-preview.css"]').getAttribute("href");
  expect(sheet).toContain(nearest.slice(1));
  const button = page.getByRole("figure", { name: "On a light background" }).getByText(/^Send to this/);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(nearest.slice(at, at + 2), 16));
  await expect(button).toHaveCSS("background-color", `rgb(${r}, ${g}, ${b})`);

  await page.goto("/admin/settings/words");
  await page.getByLabel("One who guides").fill("adviser");
  await page.getByRole("button", { name: "Show a preview" }).click();
  await expect(page.getByRole("figure", { name: "On a light background" })).toContainText("Send to this adviser");
  await expect(page.getByRole("figure", { name: "On a light background" })).toContainText("you take part as an adviser");
  expect((await getSettings()).words.mentor).toBe("mentor");
});

test("two admins at once lose nothing, and a logo is looked at before anybody else sees it", async ({ as }) => {
  const [first, second] = [await people.member({ staff: "admin" }), await people.member({ staff: "admin" })];
  const [one, other] = [await as(first), await as(second)];
  const before = SECTIONS.today.read((await readStored()).settings);
  const set = before.quietAfterDays === "71" ? "73" : "71";
  await one.goto("/admin/settings/today");
  await other.goto("/admin/settings/today");
  await one.getByRole("textbox", { name: "A quiet relationship" }).fill(set);
  await one.getByRole("button", { name: "Save" }).click();
  await expect(one.getByRole("status")).toContainText("The changes have taken effect everywhere.");
  await expect(one.locator("main")).toContainText(`Last changed by ${first.name}`);
  await other.getByRole("textbox", { name: "A quiet relationship" }).fill("72");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("alert").first()).toContainText(`${first.name} saved changes while you were writing.`);
  await expect(other.getByRole("textbox", { name: "A quiet relationship" })).toHaveValue("72");
  await expect(other.getByText(`What ${first.name} saved`)).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("status")).toContainText("The changes have taken effect everywhere.");
  await expect(other.locator("main")).toContainText("nothing has happened for 72 days");
  const restoring = { typed: before, base: SECTIONS.today.read((await readStored()).settings), take: [] };
  await changeSection(viewerOf(first), "today", restoring, await readNow());

  await one.goto("/admin/settings/logo");
  const chosen = one.getByLabel("Picture");
  const create = { width: 360, height: 80, channels: 4, background: { r: 120, g: 30, b: 70, alpha: 0.5 } } as const;
  await chosen.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await sharp({ create }).png().toBuffer() });
  await one.getByRole("button", { name: "Look at it" }).click();
  await expect(one.getByRole("heading", { name: "How it would look" })).toBeVisible();
  await expectAccessible(one);
  expect((await getSettings()).society.logo).toBeNull();
});
