import { expect, test } from "vitest";
import { SESSION_COOKIE } from "../people";
import { given } from "./given";

// What is typed survives an ended session, also where nothing of it is kept in the browser.

test("a form says nothing of what it kept, since it keeps nothing", async () => {
  const { id, mentee } = await given.partners();
  await mentee.visit(`/relationships/${id}/swot/new`);
  expect(mentee.text).not.toContain("We kept what you had typed");
});

test("what was typed survives the end of the session", async () => {
  const { id, mentee } = await given.partners();
  const { cookies, home } = mentee.browser;
  await mentee.visit(`/relationships/${id}/swot/new`);
  const session = (await cookies.getCookies(home)).find(({ key }) => key === SESSION_COOKIE);
  const words = "Line one <b>&amp;</b>\n\"two\" 'three'";
  mentee.fill("Strengths", words);
  await cookies.removeAllCookies();
  await mentee.press("Save");
  expect(mentee.main.text).toContain("Your session has ended");
  expect(mentee.address("Sign in (opens a new window)").pathname).toBe("/sign-in");
  // Signed in again, in another window.
  await cookies.setCookie(String(session), home);
  await mentee.press("Send it again");
  expect(mentee.heading).toContain("SWOT of");
  expect(mentee.main.text).toContain(words.replace("\n", " "));
});

test("a form that another site sends gets nothing back", async () => {
  const { browser } = given.stranger();
  const body = new FormData();
  body.append("strengths", "Not from here");
  const ask = { url: new URL("/relationships/nowhere/swot/new", browser.home), method: "POST", body } as const;
  const answer = await browser.ask(ask, { origin: "https://elsewhere.example" });
  expect(await answer.text()).not.toContain("Not from here");
});
