import sharp from "sharp";
import { readNow } from "@/lib/people/auth/now";
import { changeSection, removeLogo } from "@/lib/society/settings/commands";
import { readStored } from "@/lib/society/settings/queries";
import { SECTIONS } from "@/lib/society/settings/sections";
import { viewerOf } from "@/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";

// New colours and a logo are there for everybody with their next page, so this runs when no other journey does.

test("colours and a logo count at once, for members and for nobody in particular", async ({ as, page: stranger }) => {
  const helen = await people.member({ staff: "admin" });
  const [page, member] = [await as(helen), await as(await people.mentee())];
  const before = SECTIONS.look.read((await readStored()).settings);
  try {
    await page.goto("/admin/settings/look");
    await page.getByLabel("On light paper").fill("7A1F4D");
    await page.getByLabel("On dark paper").fill("#e8a5c8");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status")).toContainText("The changes have taken effect everywhere.");
    await member.goto("/mentors");
    await expect(member.getByRole("button", { name: "Show mentors" })).toHaveCSS("color", "rgb(122, 31, 77)");
    await expectAccessible(member);

    await page.goto("/admin/settings/logo");
    const create = { width: 360, height: 80, channels: 4, background: { r: 120, g: 30, b: 70, alpha: 0.8 } } as const;
    const buffer = await sharp({ create }).png().toBuffer();
    await page.getByLabel("Picture").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
    await page.getByRole("button", { name: "Look at it" }).click();
    const address = (await page.getByRole("figure").locator("img").first().getAttribute("src")) ?? "";
    await page.getByRole("button", { name: "Use this logo" }).click();
    await expect(page.getByRole("status")).toContainText("The logo is now shown");
    for (const seen of [member, stranger]) {
      await seen.goto("/");
      const logo = seen.getByRole("banner").locator("img");
      await expect(logo).toHaveAttribute("src", address);
      await expect(logo).toHaveJSProperty("naturalWidth", 360);
      await expect(logo).toHaveJSProperty("clientHeight", 40);
      await expectAccessible(seen);
    }
    await page.goto("/admin/settings/logo");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove the logo" }).click();
    await expect(page.getByRole("status")).toContainText("The logo is removed");
    await member.goto("/");
    await expect(member.getByRole("banner").locator("img")).toHaveCount(0);
    expect((await member.request.get(address)).status()).toBe(404);
  } finally {
    const base = SECTIONS.look.read((await readStored()).settings);
    await changeSection(viewerOf(helen), "look", { typed: before, base, take: [] }, await readNow());
    await removeLogo(viewerOf(helen), await readNow());
  }
});
