import { expect, expectAccessible, test } from "./fixtures";
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
