import sharp from "sharp";
import { expect, test } from "vitest";
import { file, HOSTILE_SVG, photograph } from "./files";
import { given } from "./given";
import type { Part } from "./part";
import type { Person } from "./person";

// Your profile picture: chosen, shown, replaced and removed.

const FILE = /Choose (a|another) picture/;
const mine = (person: Person) => person.part("group", "Your profile picture");

/** Where the picture in this part of the page is to be had. */
function addressIn(part: Part): string {
  const [picture, ...others] = part.select("img");
  expect(others).toEqual([]);
  expect(picture?.getAttribute("src")).toMatch(/^\/pictures\/[0-9a-f-]{36}\/[0-9a-f]{32}-96\.webp$/);
  return picture?.getAttribute("src") ?? "";
}

async function savePicture(person: Person, colour: string): Promise<string> {
  await person.visit("/profile");
  mine(person).attach(FILE, await photograph("me.jpg", colour));
  await person.press("Save Profile");
  expect(person.status).toContain("Your profile is saved.");
  return addressIn(mine(person));
}

test("a mentor's picture is chosen, seen by a mentee, replaced and removed", async () => {
  const [mentor, mentee, stranger] = [await given.mentor(), await given.mentee(), given.stranger()];
  await mentor.visit("/profile");
  expect(mine(mentor).select("img")).toEqual([]);
  const first = await savePicture(mentor, "#b03030");
  expect(addressIn(mentor.banner)).toBe(first);

  await mentee.visit(`/mentors?q=${encodeURIComponent(mentor.name)}`);
  expect(addressIn(mentee.around("article", mentor.name))).toBe(first);
  await mentee.visit(`/mentors/${mentor.member.id}`);
  expect(addressIn(mentee.part("heading", mentor.name))).toBe(first);

  const served = await mentee.get(first);
  expect(served.status).toBe(200);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=31536000, immutable",
  });
  expect(await sharp(await served.arrayBuffer()).metadata()).toMatchObject({ format: "webp", width: 96, height: 96 });
  expect((await stranger.get(first)).status, "nobody sees it").toBe(404);
  expect((await mentee.get(first.replace("-96.", "-97."))).status).toBe(404);

  const second = await savePicture(mentor, "#3050b0");
  expect(second).not.toBe(first);
  expect((await mentee.get(first)).status).toBe(404);
  expect((await mentee.get(second)).status).toBe(200);

  await mentor.press("Remove picture");
  expect(mentor.status).toContain("Your picture is removed.");
  expect(mentor.select("img")).toEqual([]);
  expect(mentor.has("button", "Remove picture")).toBe(false);
  expect((await mentee.get(second)).status).toBe(404);
});

test("a file that is no picture is refused in words, and nothing that was typed is lost", async () => {
  const mentee = await given.mentee();
  await mentee.visit("/profile");
  mentee.fill("Headline", "On my way");
  mine(mentee).attach(FILE, file("me.png", "image/png", HOSTILE_SVG));
  await mentee.press("Save Profile");
  expect(mentee.alert).toContain("This file is not a JPEG, PNG or WebP picture.");
  expect(mentee.all("alert")[0]?.querySelector("a")?.getAttribute("href")).toBe("#picture");
  expect(mentee.value("Headline")).toBe("On my way");

  mentee.fill("Headline", "");
  mine(mentee).attach(FILE, await photograph("holiday.jpg"));
  await mentee.press("Save Profile");
  expect(mentee.alert).toContain("Write a headline: one line about yourself.");
  expect(mentee.text).toContain("You had chosen holiday.jpg. Please choose it once more.");
  mentee.fill("Headline", "On my way");
  mine(mentee).attach(FILE, await photograph("holiday.jpg"));
  await mentee.press("Save Profile");
  expect(mentee.status).toContain("Your profile is saved.");
  addressIn(mine(mentee));
});

test("a file that is too large is refused in words", async () => {
  const mentee = await given.mentee();
  await mentee.visit("/profile");
  mentee.fill("Headline", "On my way");
  const tooLarge = (megabytes: number) => file("me.jpg", "image/jpeg", Buffer.alloc(megabytes * 1024 * 1024));
  mine(mentee).attach(FILE, tooLarge(12));
  await mentee.press("Save Profile");
  expect(mentee.alert).toContain("This picture is larger than 10 MB. Please choose a smaller one.");
  expect(mentee.value("Headline")).toBe("On my way");
  mine(mentee).attach(FILE, tooLarge(30));
  await mentee.press("Save Profile");
  expect(mentee.main.text).toContain("The picture is much larger than 10 MB, so nothing was saved.");
});

test("the picture of somebody who has left is shown to nobody", async () => {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  const address = await savePicture(mentor, "#806030");
  expect((await mentee.get(address)).status).toBe(200);
  await mentor.visit("/account/delete");
  await mentor.press("Delete Account");
  expect(mentor.status).toContain("Your account is deleted");
  for (const stranger of [mentor, mentee]) expect((await stranger.get(address)).status).toBe(404);
});
