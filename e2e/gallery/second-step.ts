import type { Page } from "@playwright/test";
import { PEOPLE } from "@/demo/people";
import { codeAt } from "@/lib/people/auth/second-step/app-codes";
import type { Exhibit, Room } from "./exhibit";

/** Members of the demonstration whom no story of local accounts knows: what they set up here stays. */
const [FIRST, SECOND, THIRD] = PEOPLE.filter(
  ({ hasJoined, standing, number }) => hasJoined && standing === "current" && number > "100010",
)
  .slice(-3)
  .map(({ number }) => number);

const local = { as: "stranger", isLocal: true, at: "/" } as const;

async function logIn(page: Page, number = ""): Promise<void> {
  const panel = page.getByRole("region", { name: "Account Login" });
  await panel.getByLabel("E-mail address or membership number").fill(number);
  await panel.getByLabel("Password").fill("mentoring");
  await panel.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("banner").getByRole("button", { name: "Log Out" }).waitFor();
}

async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

/** At the page of the second step, with the password given again. */
async function prove(page: Page, number?: string): Promise<void> {
  await logIn(page, number);
  await openPage(page, "/account/security");
  await page.getByLabel("Your password").fill("mentoring");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Set up an authenticator app" }).waitFor();
}

async function setUpApp(page: Page, number?: string): Promise<void> {
  await prove(page, number);
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await page.getByRole("heading", { name: "Set up an authenticator app" }).waitFor();
  const key = (await page.getByText("Or type in this key").locator("strong").textContent()) ?? "";
  await page.getByLabel("Code").fill(codeAt(key.replaceAll(" ", ""), Date.now()));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
}

const seen = (route: string, state: string, doing: NonNullable<Exhibit["doing"]>): Exhibit => ({
  route,
  state,
  ...local,
  doing,
});

/** The second step of signing in, from the password to the codes. */
export const SECOND_STEP: Room = [
  seen("/account/security", "nothing set up", async (page) => {
    await logIn(page, FIRST);
    await openPage(page, "/account/security");
  }),
  seen("/account/security", "after the password", async (page) => prove(page, FIRST)),
  seen("/account/security/passkey", "empty", async (page) => {
    await prove(page, FIRST);
    await page.getByRole("link", { name: "Add a passkey" }).click();
    await page.getByLabel("Name").waitFor();
  }),
  seen("/account/security/app", "to be confirmed", async (page) => {
    await prove(page, FIRST);
    await page.getByRole("button", { name: "Set up an authenticator app" }).click();
    await page.getByLabel("Code").waitFor();
  }),
  seen("/account/security/codes", "just made", async (page) => setUpApp(page, SECOND)),
  seen("/sign-in/second-step", "by a code", async (page) => {
    await setUpApp(page, THIRD);
    await page.getByRole("banner").getByRole("button", { name: "Log Out" }).click();
    const panel = page.getByRole("region", { name: "Account Login" });
    await panel.getByLabel("E-mail address or membership number").fill(THIRD ?? "");
    await panel.getByLabel("Password").fill("mentoring");
    await panel.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("heading", { name: "One more step" }).waitFor();
  }),
];
