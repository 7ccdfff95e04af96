import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";
import { begin } from "./partners";

// A member asks for help, staff answer.

async function picture(name = "what I saw.jpg") {
  const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#8844cc" } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

const HOSTILE = { name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("<script>alert(1)</script>") };
const PDF = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 a letter") };

const status = (page: Page) => page.getByRole("status").first();
const region = (page: Page, name: string | RegExp): Locator => page.getByRole("region", { name });

async function find(desk: Page, reference: string): Promise<void> {
  await desk.goto("/admin/support");
  await desk.getByLabel("Or by reference").fill(reference);
  await desk.getByRole("button", { name: "Show" }).click();
}

test("a member asks with a picture and chosen messages, staff answer, and it goes on until it is solved", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const helen = await people.member({ staff: "staff" });
  const id = await begin(mentee, mentor);
  for (const [by, words] of [
    [mentee, "Shall we meet on Monday?"],
    [mentor, "That was no kind answer"],
    [mentee, "Something between us alone"],
  ] as const)
    await send(viewerOf(by), { relationshipId: id, key: crypto.randomUUID(), words }, await readNow());
  const [page, desk] = [await as(mentee), await as(helen)];
  await page.goto(`/relationships/${id}`);
  await page.getByRole("link", { name: "Tell the society" }).click();
  await expect(page.getByRole("radio", { name: "My mentoring relationship" })).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("In a few words").fill("He is not kind");
  await page.getByLabel("What happened").fill("See the message that I ticked.\nIt happened twice.");
  await page.getByRole("checkbox", { name: /That was no kind answer/ }).check();
  await page.getByLabel("Files (optional)").setInputFiles([await picture(), HOSTILE]);
  await page.getByRole("button", { name: "Send" }).click();

  // A file that is not what it calls itself: nothing is sent, and nothing is lost.
  await expect(page.getByRole("alert").first()).toContainText("“proof.pdf” is neither a JPEG, PNG or WebP picture nor a PDF.");
  await expect(page.getByLabel("What happened")).toHaveValue("See the message that I ticked.\nIt happened twice.");
  await expect(page.getByLabel("In a few words")).toHaveValue("He is not kind");
  await expect(page.getByRole("checkbox", { name: /That was no kind answer/ })).toBeChecked();
  await page.getByLabel("Files (optional)").setInputFiles([await picture(), PDF]);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(status(page)).toContainText("We have your request");
  await expect(page.locator("main")).toContainText("That was no kind answer");
  await expectAccessible(page);
  const reference = /H-[2-9A-Z]{5}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  expect(reference).not.toBe("");
  const address = page.url().replace(/\?.*$/, "");

  await find(desk, reference);
  await desk.getByRole("link", { name: /He is not kind/ }).click();
  await expect(region(desk, /chose to show/)).toContainText("That was no kind answer");
  await expect(desk.locator("main")).not.toContainText("Something between us alone");
  const shown = desk.locator("main ol img");
  const file = await desk.request.get((await shown.getAttribute("src")) ?? "");
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "image/webp"]);
  expect(file.headers()["content-security-policy"]).toBe("default-src 'none'; sandbox");
  const pdf = await desk.request.get((await desk.getByRole("link", { name: /letter\.pdf/ }).getAttribute("href")) ?? "");
  expect(pdf.headers()["content-disposition"]).toContain("attachment");
  expect((await (await as(mentor)).request.get((await shown.getAttribute("src")) ?? "")).status()).toBe(404);
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Handle this request" }).click();
  await expect(status(desk)).toContainText("You are handling this request now.");
  await desk.getByLabel("Your note").fill("Spoke with the other one before");
  await desk.getByRole("button", { name: "Save note" }).click();
  await expect(status(desk)).toContainText("Only staff can read it.");
  await expect(desk.locator("main")).toContainText("Spoke with the other one before");
  await desk.getByRole("button", { name: "Send answer" }).click();
  await expect(desk.getByRole("alert").first()).toContainText("Write an answer, or mark the request as solved.");
  await desk.getByLabel("Your answer").fill("Shall we speak with him for you?");
  await desk.getByRole("button", { name: "Send answer" }).click();
  await expect(status(desk)).toContainText("We have told the member");

  await page.goto("/notifications");
  await page.getByRole("button", { name: new RegExp(`${reference} has an answer`) }).click();
  await expect(page).toHaveURL(address);
  await expect(page.locator("main")).toContainText("Shall we speak with him for you?");
  await expect(page.locator("main")).not.toContainText("Spoke with the other one");
  await page.getByLabel("Your message").fill("Yes, please.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(status(page)).toContainText("with us again");

  // Meanwhile somebody of the staff has the page as it was before: what they type is kept, and not sent unseen.
  await desk.getByLabel("Your answer").fill("Then I do nothing.");
  await desk.getByRole("radio", { name: "Mark the request as solved" }).check();
  await desk.getByRole("button", { name: "Send answer" }).click();
  await expect(desk.getByRole("alert").first()).toContainText("Somebody else has written here since you opened the page");
  await expect(desk.getByLabel("Your answer")).toHaveValue("Then I do nothing.");
  await desk.getByLabel("Your answer").fill("I have spoken with him.");
  await desk.getByRole("button", { name: "Send answer" }).click();
  await expect(status(desk)).toContainText("marked as solved");
  await page.goto("/support");
  await expect(page.getByRole("listitem").filter({ hasText: reference })).toContainText("solved");
  await page.getByRole("link", { name: "He is not kind" }).click();
  await expect(page.locator("main")).toContainText("I have spoken with him.");
  await expectAccessible(page);
  expect((await (await as(mentor)).goto(address))?.status()).toBe(404);
});

test("a complaint about somebody of the staff is not there for them", async ({ as }) => {
  const [member, concerned, other] = [
    await people.member(),
    await people.member({ staff: "admin" }),
    await people.member({ staff: "staff" }),
  ];
  // Somebody without any role can ask too, from the foot of any page.
  const page = await as(member);
  await page.goto("/faq");
  await page.getByRole("contentinfo").getByRole("link", { name: "Help" }).click();
  await expect(page).toHaveURL("/support");
  await page.getByRole("radio", { name: "A complaint" }).check();
  await page.getByLabel("In a few words").fill("I was told to go away");
  await page.getByLabel("What happened").fill("On the telephone.");
  await page.getByLabel(/who is it/).selectOption({ label: `${concerned.name} (staff)` });
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator("main")).toContainText(`but ${concerned.name}, whom it is about, cannot`);
  const reference = /H-[2-9A-Z]{5}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  const id = /support\/([0-9a-f-]{36})/.exec(page.url())?.[1];

  const shut = await as(concerned);
  await find(shut, reference);
  await expect(shut.locator("main")).toContainText("No such request");
  await expectAccessible(shut);
  expect((await shut.goto(`/admin/support/${id}`))?.status()).toBe(404);
  const open = await as(other);
  await find(open, reference);
  await open.getByRole("link", { name: /I was told to go away/ }).click();
  await expect(open.locator("main")).toContainText(`About ${concerned.name}, who is not told about it.`);
  expect((await page.goto(`/admin/support/${id}`))?.status()).toBe(404);
});
