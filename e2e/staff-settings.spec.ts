import sharp from "sharp";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { changeSection } from "@/lib/society/settings/commands";
import { getSettings, readStored } from "@/lib/society/settings/queries";
import { SECTIONS } from "@/lib/society/settings/sections";
import { viewerOf } from "@/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";

// What an admin sets, and how the product says that it is doing. Other tests read the words,
// colours and topics of the same society while these run: only what nobody else looks at is changed here, and put back.

const PAGES = [
  "",
  "/society",
  "/look",
  "/words",
  "/proposals",
  "/relationships",
  "/today",
  "/contact",
  "/logo",
  "/lists/topics",
];

test("staff who are no admins find no settings, and members no desk", async ({ as }) => {
  const [clerk, member] = [await as(await people.member({ staff: "staff" })), await as(await people.mentee())];
  for (const page of PAGES) {
    expect((await clerk.goto(`/admin/settings${page}`))?.status(), page).toBe(404);
    expect((await member.goto(`/admin/settings${page}`))?.status(), page).toBe(404);
  }
  expect((await member.goto("/admin/system"))?.status()).toBe(404);
  expect((await clerk.goto("/admin/system"))?.status()).toBe(200);
});

test("an admin looks before it counts, and is refused in words what nobody could read", async ({ as }) => {
  const page = await as(await people.member({ staff: "admin" }));
  for (const path of PAGES) {
    await page.goto(`/admin/settings${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect((await page.goto("/admin/settings/lists/friends"))?.status()).toBe(404);
  expect((await page.goto("/admin/settings/lists/topics/61"))?.status()).toBe(404);

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
  expect((await page.request.get(sheet ?? "")).headers()["content-type"]).toContain("text/css");
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

test("an entry of a list is added, used, renamed, retired and brought back", async ({ as }) => {
  const [admin, mentee] = [await as(await people.member({ staff: "admin" })), await as(await people.mentee())];
  const [name, renamed] = [`Language ${crypto.randomUUID().slice(0, 6)}`, `Renamed ${crypto.randomUUID().slice(0, 6)}`];
  await admin.goto("/admin/settings/lists/languages");
  await admin.getByLabel("Name").fill("english");
  await admin.getByRole("button", { name: "Add" }).click();
  await expect(admin.getByRole("alert").first()).toContainText("Another entry in this list already has this name.");
  await admin.getByLabel("Name").fill(name);
  await admin.getByRole("button", { name: "Add" }).click();
  await expect(admin.getByRole("status")).toContainText("Members can choose it from now on.");
  await expect(admin.getByRole("listitem").filter({ hasText: name })).toContainText("not in any profile");

  await mentee.goto("/profile");
  await mentee.getByRole("checkbox", { name }).check();
  await mentee.getByRole("button", { name: "Save Profile" }).click();
  await expect(mentee.getByRole("status")).toContainText("Your profile is saved.");

  await admin.getByRole("link", { name }).click();
  await expect(admin.locator("main")).toContainText("Offered, in 1 profile.");
  await admin.getByLabel("Name").fill(renamed);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("status")).toContainText("Saved. The new name appears");
  await admin.getByRole("link", { name: renamed }).click();
  await admin.getByRole("button", { name: "Retire it" }).click();
  await expect(admin.getByRole("status")).toContainText("Members can no longer choose it");

  await mentee.goto("/profile");
  await expect(mentee.getByRole("checkbox", { name: renamed })).toBeChecked();
  await mentee.getByRole("checkbox", { name: renamed }).uncheck();
  await mentee.getByRole("button", { name: "Save Profile" }).click();
  await expect(mentee.getByRole("status")).toContainText("Your profile is saved.");
  await expect(mentee.getByRole("checkbox", { name: renamed })).toHaveCount(0);
  await admin.getByRole("link", { name: renamed }).click();
  await admin.getByRole("button", { name: "Bring it back" }).click();
  await expect(admin.getByRole("status")).toContainText("Members can choose the entry again.");
  await admin.getByRole("link", { name: renamed }).click();
  await admin.getByRole("button", { name: "Retire it" }).click();
  await expect(admin.getByRole("status")).toContainText("Members can no longer choose it");
});

test("two admins at once lose nothing, and a logo is looked at before anybody else sees it", async ({ as }) => {
  const [first, second] = [await people.member({ staff: "admin" }), await people.member({ staff: "admin" })];
  const [one, other, member] = [await as(first), await as(second), await as(await people.mentee())];
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
  const trail = await db().auditEvent.findMany({ where: { actorId: { in: [first.id, second.id] } }, orderBy: { id: "asc" } });
  expect(trail.map(({ data }) => data)).toMatchObject([
    { setting: "today.quietAfterDays", to: set },
    { setting: "today.quietAfterDays", from: set, to: "72" },
  ]);
  const restoring = { typed: before, base: SECTIONS.today.read((await readStored()).settings), take: [] };
  await changeSection(viewerOf(first), "today", restoring, await readNow());

  await one.goto("/admin/settings/logo");
  const chosen = one.getByLabel("Picture");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await chosen.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: svg });
  await one.getByRole("button", { name: "Look at it" }).click();
  await expect(one.getByRole("alert").first()).toContainText("This file is not a JPEG, PNG or WebP picture.");
  const create = { width: 360, height: 80, channels: 4, background: { r: 120, g: 30, b: 70, alpha: 0.5 } } as const;
  await chosen.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await sharp({ create }).png().toBuffer() });
  await one.getByRole("button", { name: "Look at it" }).click();
  await expect(one.getByRole("heading", { name: "How it would look" })).toBeVisible();
  await expectAccessible(one);
  const address = (await one.getByRole("figure").locator("img").first().getAttribute("src")) ?? "";
  const served = await member.request.get(address);
  expect(served.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(await sharp(await served.body()).metadata()).toMatchObject({ width: 360, height: 80, hasAlpha: true });
  // Nobody is shown it yet.
  await member.goto("/");
  await expect(member.getByRole("banner")).toBeVisible();
  expect((await getSettings()).society.logo).toBeNull();
});

test("the product says how it is doing, in words", async ({ as }) => {
  const page = await as(await people.member({ staff: "staff" }));
  await page.goto("/admin/system");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("System");
  for (const heading of ["Scheduled jobs", "Findings of the nightly job", "Warnings", "Set-up"])
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  await expect(page.locator("main")).toContainText(/PostgreSQL \d+/);
  await expect(page.locator("main")).toContainText(/\d+ applied/);
  await expect(page.locator("main")).toContainText("Encryption keys for what members write");
});
