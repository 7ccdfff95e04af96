import type { Page } from "@playwright/test";
import type { TestMember } from "@/testing/people";
import { expect, expectAccessible, people, test } from "./fixtures";

// The main journeys.

const OBJECTIVES = "Decide between two specialisms by the autumn, and tell my manager.";

async function sendProposal(page: Page, mentor: TestMember): Promise<void> {
  await page.goto(`/mentors/${mentor.id}`);
  await page.getByRole("link", { name: "Send proposal" }).click();
  await page.getByLabel("Objectives").fill(OBJECTIVES);
  await page.getByRole("group", { name: "Topics" }).getByLabel("Career planning").check();
  await page.getByRole("group", { name: "How you would like to meet" }).getByLabel("Video call").check();
  await page.getByRole("button", { name: "Send proposal" }).click();
  await expect(page.getByRole("status")).toContainText("on its way");
}

/** From Home over Relationships to the details, as the FAQ tells it. */
async function openDetails(page: Page, partner: TestMember): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Relationships" }).click();
  const item = page.getByRole("listitem").filter({ hasText: partner.name });
  await item
    .getByRole("link", { name: /Details/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(partner.name);
}

async function expectMail(page: Page, to: TestMember, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/demo/mailbox?to=${encodeURIComponent(to.name)}`);
    await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 500 });
  }).toPass();
}

test("a proposal is sent, changed and accepted, and only then the two see each other's address", { tag: "@phone" }, async ({
  as,
}) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor({ topics: [1, 6] })];
  const [asMentee, asMentor] = [await as(mentee), await as(mentor)];
  await sendProposal(asMentee, mentor);
  await expect(asMentee.locator("main")).not.toContainText(mentor.email);

  await asMentee.getByRole("link", { name: "Edit details" }).click();
  await asMentee.getByLabel("When and how often").fill("An hour every three weeks.");
  await asMentee.getByRole("button", { name: /Save/ }).click();
  await expect(asMentee.getByRole("status")).toContainText("changed");

  await asMentor.goto("/notifications");
  await expect(asMentor.locator("main")).toContainText(mentee.name);
  await expectMail(asMentor, mentor, /proposal/i);
  await openDetails(asMentor, mentee);
  await expect(asMentor.locator("main")).toContainText(OBJECTIVES);
  await expect(asMentor.locator("main")).toContainText("Earlier texts");
  await expect(asMentor.locator("main")).not.toContainText(mentee.email);
  await expectAccessible(asMentor);
  await asMentor.getByRole("button", { name: "Accept" }).click();
  await expect(asMentor.getByRole("heading", { level: 1 })).toContainText(`You and ${mentee.name}`);
  await expect(asMentor.locator("main")).toContainText(mentee.email);

  await asMentee.goto("/notifications");
  await expect(asMentee.locator("main")).toContainText(/accepted/);
  await expectMail(asMentee, mentee, /accepted/i);
  await asMentee.goto("/relationships");
  await asMentee.getByRole("link", { name: mentor.name, exact: true }).click();
  await expect(asMentee.locator("main")).toContainText(mentor.email);
});

test("a proposal that lacks something comes back with what was typed, and says what is missing", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee({ topics: [], methods: [], aims: "" }), await people.mentor()];
  const page = await as(mentee);
  await page.goto(`/mentors/${mentor.id}/proposal`);
  await page.getByLabel("What you bring").fill("Preparation, and <b>honesty</b>.");
  await page.getByRole("button", { name: "Send proposal" }).click();
  const summary = page.getByRole("main").getByRole("alert");
  await expect(summary).toContainText("Say what you would like to achieve.");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("What you bring")).toHaveValue("Preparation, and <b>honesty</b>.");
  await summary.getByRole("link", { name: "Say what you would like to achieve." }).click();
  await expect(page).toHaveURL(/#objectives$/);
});
