import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { changeSection } from "@/lib/society/settings/commands";
import { getSettings, readStored } from "@/lib/society/settings/queries";
import { SECTIONS } from "@/lib/society/settings/sections";
import { viewerOf } from "@/testing/people";
import { file, HOSTILE_SVG } from "./files";
import { given } from "./given";

// What an admin sets, and how the product says that it is doing. Other stories read the words, colours and topics of the same
// society while these run: only what nobody else looks at is changed here, and put back.

const PAGES = [
  "",
  "/society",
  "/look",
  "/words",
  "/proposals",
  "/relationships",
  "/today",
  "/contact",
  "/privacy",
  "/logo",
  "/lists/topics",
].map((page) => `/admin/settings${page}`);

test("staff who are no admins find no settings, and members no desk", async () => {
  const [clerk, member] = [await given.staff(), await given.mentee()];
  for (const path of PAGES) for (const one of [clerk, member]) expect((await one.get(path)).status, path).toBe(404);
  expect(await member.visit("/admin/system")).toBe(404);
  expect(await clerk.visit("/admin/system")).toBe(200);
});

test("an admin looks before it counts, and is refused in words what nobody could read", async () => {
  const admin = await given.admin();
  for (const path of PAGES) {
    await admin.visit(path);
    expect(admin.heading, path).not.toBe("");
  }
  for (const path of ["friends", "topics/61"]) expect(await admin.visit(`/admin/settings/lists/${path}`), path).toBe(404);

  await admin.visit("/admin/settings/look");
  admin.fill("On light paper", "#ffcc00");
  await admin.press("Save");
  expect(admin.alert).toMatch(/#ffcc00 is too hard to read: its contrast on the tinted boxes is 1\.\d+ to 1/);
  expect(admin.value("On light paper")).toBe("#ffcc00");
  const [, nearest = ""] = /nearest shade that works is (#[0-9a-f]{6})/.exec(admin.alert) ?? [];
  admin.fill("On light paper", nearest);
  await admin.press("Show a preview");
  expect(admin.has("heading", "Preview")).toBe(true);
  for (const paper of ["On a light background", "On a dark background"]) expect(admin.has("figure", paper)).toBe(true);
  expect(admin.value("On light paper")).toBe(nearest);
  const sheet = admin.select('link[rel="stylesheet"][href$="-preview.css"]')[0]?.getAttribute("href") ?? "";
  expect(sheet).toContain(nearest.slice(1));
  const served = await admin.get(sheet);
  expect(served.headers.get("content-type")).toContain("text/css");
  expect(await served.text()).toContain(nearest);

  await admin.visit("/admin/settings/words");
  admin.fill("One who guides", "adviser");
  await admin.press("Show a preview");
  expect(admin.part("figure", "On a light background").text).toContain("Send to this adviser");
  expect(admin.part("figure", "On a light background").text).toContain("you take part as an adviser");
  expect((await getSettings()).words.mentor).toBe("mentor");
});

test("an entry of a list is added, used, renamed, retired and brought back", async () => {
  const [admin, mentee] = [await given.admin(), await given.mentee()];
  const [name, renamed] = [`Language ${crypto.randomUUID().slice(0, 6)}`, `Renamed ${crypto.randomUUID().slice(0, 6)}`];
  const saveProfile = async () => {
    await mentee.press("Save Profile");
    expect(mentee.status).toContain("Your profile is saved.");
  };
  const retire = async () => {
    await admin.follow(renamed);
    await admin.press("Retire it");
    expect(admin.status).toContain("Members can no longer choose it");
  };
  await admin.visit("/admin/settings/lists/languages");
  admin.fill("Name", "english");
  await admin.press("Add");
  expect(admin.alert).toContain("Another entry in this list already has this name.");
  admin.fill("Name", name);
  await admin.press("Add");
  expect(admin.status).toContain("Members can choose it from now on.");
  expect(admin.around("listitem", name).text).toContain("not in any profile");

  await mentee.visit("/profile");
  mentee.tick(name);
  await saveProfile();

  await admin.follow(name);
  expect(admin.main.text).toContain("Offered, in 1 profile.");
  admin.fill("Name", renamed);
  await admin.press("Save");
  expect(admin.status).toContain("Saved. The new name appears wherever this entry has been chosen.");
  await retire();

  await mentee.visit("/profile");
  expect(mentee.isTicked(renamed)).toBe(true);
  mentee.untick(renamed);
  await saveProfile();
  expect(mentee.hasField(renamed)).toBe(false);
  await admin.follow(renamed);
  await admin.press("Bring it back");
  expect(admin.status).toContain("Members can choose the entry again.");
  await retire();
});

test("two admins at once lose nothing", async () => {
  const [first, second] = [await given.admin(), await given.admin()];
  const QUIET = "A quiet relationship";
  const before = SECTIONS.today.read((await readStored()).settings);
  const set = before.quietAfterDays === "71" ? "73" : "71";
  for (const one of [first, second]) await one.visit("/admin/settings/today");
  first.fill(QUIET, set);
  await first.press("Save");
  expect(first.status).toContain("The changes have taken effect everywhere.");
  expect(first.main.text).toContain(`Last changed by ${first.name}`);
  second.fill(QUIET, "72");
  await second.press("Save");
  expect(second.alert).toContain(`${first.name} saved changes while you were writing.`);
  expect(second.value(QUIET)).toBe("72");
  expect(second.text).toContain(`What ${first.name} saved`);
  await second.press("Save");
  expect(second.status).toContain("The changes have taken effect everywhere.");
  expect(second.main.text).toContain("nothing has happened for 72 days");
  const actorId = { in: [first.member.id, second.member.id] };
  const trail = await db().auditEvent.findMany({ where: { actorId }, orderBy: { id: "asc" } });
  expect(trail.map(({ data }) => data)).toMatchObject([
    { setting: "today.quietAfterDays", to: set },
    { setting: "today.quietAfterDays", from: set, to: "72" },
  ]);
  const restoring = { typed: before, base: SECTIONS.today.read((await readStored()).settings), take: [] };
  await changeSection(viewerOf(first.member), "today", restoring, await readNow());
});

test("a logo is looked at before anybody else sees it", async () => {
  const [admin, member] = [await given.admin(), await given.mentee()];
  await admin.visit("/admin/settings/logo");
  admin.attach("Picture", file("logo.png", "image/png", HOSTILE_SVG));
  await admin.press("Look at it");
  expect(admin.alert).toContain("This file is not a JPEG, PNG or WebP picture.");
  const create = { width: 360, height: 80, channels: 4, background: { r: 120, g: 30, b: 70, alpha: 0.5 } } as const;
  admin.attach("Picture", file("logo.png", "image/png", await sharp({ create }).png().toBuffer()));
  await admin.press("Look at it");
  expect(admin.has("heading", "How it would look")).toBe(true);
  const address = admin.select("figure img")[0]?.getAttribute("src") ?? "";
  const served = await member.get(address);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
  const meant = { width: 360, height: 80, hasAlpha: true };
  expect(await sharp(await served.arrayBuffer()).metadata()).toMatchObject(meant);
  // Nobody is shown it yet.
  await member.visit("/");
  expect(member.banner.select(`img[src="${address}"]`)).toEqual([]);
  expect((await getSettings()).society.logo).toBeNull();
});

test("the product says how it is doing, in words", async () => {
  const staff = await given.staff();
  await staff.visit("/admin/system");
  expect(staff.heading).toBe("System");
  for (const heading of ["Scheduled jobs", "Findings of the nightly job", "Warnings", "Set-up"])
    expect(staff.has("heading", heading), heading).toBe(true);
  expect(staff.main.text).toMatch(/PostgreSQL \d+/);
  expect(staff.main.text).toMatch(/\d+ applied/);
  expect(staff.main.text).toContain("Encryption keys for what members write");
});

test("what a new society has to do stands on Today until it is done or dismissed", async () => {
  const admin = await given.admin();
  await admin.visit("/admin");
  expect(admin.text).not.toContain("Setting up");
  await admin.visit("/admin/setup");
  await admin.main.around("listitem", "Add your logo").press("Bring back");
  expect(admin.status).toContain("It is back on the list.");
  expect(admin.main.around("listitem", "Add your logo").text).toContain("You need a picture");
  await admin.visit("/admin");
  expect(admin.has("heading", "Setting up: still to be done")).toBe(true);
  await admin.follow("Add your logo");
  expect(admin.path).toBe("/admin/settings/logo");
  const clerk = await given.staff();
  await clerk.visit("/admin");
  expect(clerk.text).not.toContain("Add your logo");
  expect(await clerk.visit("/admin/setup")).toBe(404);
  await admin.visit("/admin");
  await admin.follow("What each of them needs");
  await admin.main.around("listitem", "Add your logo").press("Dismiss");
  expect(admin.status).toContain("no longer on Today");
  await admin.visit("/admin");
  expect(admin.text).not.toContain("Setting up");
});

test("search engines find the front page and the texts for everybody once an admin says so, and nothing else", async () => {
  const [admin, stranger] = [await given.admin(), given.stranger()];
  const robots = async () => (await stranger.get("/robots.txt")).text();
  const meta = (name: string) =>
    stranger.select(`meta[name="${name}"], meta[property="${name}"]`).map((tag) => tag.getAttribute("content"));
  await stranger.visit("/");
  expect([meta("robots"), await robots()]).toEqual([["noindex"], "User-agent: *\nDisallow:\n"]);
  const [picture = ""] = meta("og:image");
  const shown = await stranger.get(new URL(picture ?? "").pathname);
  expect([shown.headers.get("content-type"), (await sharp(await shown.arrayBuffer()).metadata()).width]).toEqual([
    "image/png",
    1200,
  ]);

  await admin.visit("/admin/settings/privacy");
  admin.tick("The public front page may be found by search engines");
  await admin.press("Save");
  expect(await robots()).toContain("Allow: /faq$");
  await stranger.visit("/faq");
  expect([meta("robots"), meta("og:site_name")]).toEqual([["index, follow"], ["Institute of Applied Practice"]]);
  expect(stranger.select('link[rel="canonical"]')[0]?.getAttribute("href")).toMatch(/\/faq$/);
  await stranger.visit("/sign-in");
  expect(meta("robots")).toEqual(["noindex"]);

  await admin.visit("/admin/settings/privacy");
  admin.fill(/The text of e-mails/, "9999");
  await admin.press("Save");
  expect(admin.alert).toContain("Enter a whole number from 0 to 3650.");
  await admin.visit("/admin/settings/privacy");
  admin.tick("Search engines are asked not to show this platform");
  await admin.press("Save");
  await stranger.visit("/faq");
  expect(meta("robots")).toEqual(["noindex"]);
});
