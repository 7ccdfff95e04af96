import { expect, expectAccessible, people, test } from "./fixtures";
import { propose } from "./partners";
import { beginAnew, said, write } from "./tools";

// What is typed survives a closed tab and an ended session.

const SESSION_COOKIE = "authjs.session-token";

test("what was typed survives a closed tab, for a member alone, until it is saved or they log out", async ({ as }) => {
  const { id, mentee } = await beginAnew();
  const page = await as(mentee);
  const place = `/relationships/${id}/swot/new`;
  await page.goto(place);
  const isKept = () => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")));
  await write(page, "Strengths", "Half a thought");
  await expect.poll(isKept).toBe(true);
  const again = await page.context().newPage();
  await page.close();
  await again.goto(place);
  await expect(again.getByLabel("Strengths")).toHaveValue("Half a thought");
  await expect(again.getByText(/^We kept what you had typed on \w+day/)).toBeVisible();
  await expectAccessible(again);
  await again.getByRole("button", { name: "Discard" }).click();
  await expect(again.getByLabel("Strengths")).toHaveValue("");
  await again.reload();
  await expect(again.getByText("We kept what you had typed")).toHaveCount(0);

  const kept = () => again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")).length);
  await write(again, "Strengths", "A whole thought");
  await expect.poll(kept).toBe(1);
  await again.getByRole("button", { name: "Save" }).click();
  await expect(again.getByRole("status").first()).toContainText("Saved.");
  await expect.poll(kept).toBe(0);

  await again.goto(place);
  await write(again, "Threats", "For nobody else");
  await expect.poll(kept).toBe(1);
  await again.getByRole("button", { name: "Log Out" }).click();
  await expect(again).not.toHaveURL(/swot/);
  await again.goto("/");
  await expect.poll(kept).toBe(0);
});

test("so does what was typed in the longest forms: a proposal, its answer, a profile, a reflection", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor()];
  const [asMentee, asMentor] = [await as(mentee), await as(mentor)];
  const id = await propose(await people.mentee(), mentor);
  const forms = [
    { page: asMentee, place: `/mentors/${mentor.id}/proposal`, box: "Objectives" },
    { page: asMentee, place: "/profile", box: "About" },
    { page: asMentee, place: "/cpd/new?form=free", box: "Your reflection" },
    { page: asMentor, place: `/relationships/${id}/details/reject`, box: "A note (optional)" },
  ];
  for (const { page, place, box } of forms) {
    await page.goto(place);
    const words = said(`Half a thought about ${place}`);
    const count = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")).length);
    const before = await count();
    await write(page, box, words);
    await expect.poll(count, place).toBe(before + 1);
    await page.goto("/notifications");
    await page.goto(place);
    await expect(page.getByLabel(box), place).toHaveValue(words);
    await expect(page.getByText(/^We kept what you had typed on/)).toBeVisible();
  }
});

test("what was typed survives the end of the session", async ({ as }) => {
  const { id, mentee } = await beginAnew();
  const page = await as(mentee);
  await page.goto(`/relationships/${id}/swot/new`);
  const cookies = (await page.context().cookies()).filter(({ name }) => name === SESSION_COOKIE);
  const words = said("Line one\n\"two\" 'three'");
  await write(page, "Strengths", words);
  await page.context().clearCookies({ name: SESSION_COOKIE });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Your session has ended");
  await expect(page.getByRole("link", { name: "Sign in (opens a new window)" })).toHaveAttribute("href", "/sign-in");
  await expectAccessible(page);
  // Signed in again, in another window.
  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SWOT of");
  await expect(page.locator("main")).toContainText(words.replace("\n", " "));
});

test("what was typed on words that have been changed since is kept, and put back only on request", async ({ as }) => {
  const member = await people.mentee();
  const page = await as(member);
  await page.goto("/cpd/new?form=free");
  await page.getByLabel("How long").fill("30");
  await page.getByRole("radio", { name: /^Structured/ }).check();
  await write(page, "Your reflection", "As it was.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Your reflection is saved.");
  await page.getByRole("link", { name: /^Change the reflection/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your reflection of");
  const place = page.url();
  const box = page.getByRole("textbox", { name: "Your reflection", exact: true });
  const isKept = () => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")));
  await write(page, "Your reflection", "Half a thought");
  await expect.poll(isKept).toBe(true);
  await page.goto("/notifications");

  const elsewhere = await as(member);
  await elsewhere.goto(place);
  await write(elsewhere, "Your reflection", "As it is now.");
  await elsewhere.getByRole("button", { name: "Save" }).click();
  await expect(elsewhere.getByRole("status").first()).toContainText("saved");

  await page.goto(place);
  await expect(page.getByText(/^This has been changed since you typed here on \w+day/)).toBeVisible();
  await expect(box).toHaveValue("As it is now.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(box).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").first()).toContainText("saved");
  await page.goto(place);
  await expect(box).toHaveValue("Half a thought");
});
