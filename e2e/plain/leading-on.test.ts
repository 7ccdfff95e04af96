import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { people } from "../people";
import { enterAtSociety, given, signIn } from "./given";

// Nobody who follows a link of ours has to find the page again: not after signing in, and not in their other role.

test("whoever is signed out is led on after signing in at the society, and only to pages of ours", async () => {
  const amina = given.stranger();
  await amina.visit("/mentors?q=Pugh");
  expect(amina.path).toBe("/sign-in");
  await enterAtSociety(amina, "100001");
  expect(amina.path).toBe("/mentors");
  expect(amina.all("article")[0]?.textContent).toContain("Gareth Pugh");
  for (const to of ["//evil.example", "/\\evil.example", "/.//evil.example", "https://evil.example", "/sign-in"]) {
    await amina.visit(`/sign-in?to=${encodeURIComponent(to)}`);
    expect([amina.path, amina.heading], to).toEqual(["/", "Welcome, Amina Okafor"]);
  }
});

test("a sign-in that was broken off at the society does not forget the page", async () => {
  const amina = given.stranger();
  await amina.visit("/notifications");
  await amina.press(/^Sign in with/);
  await amina.press("Cancel");
  expect(amina.path).toBe("/sign-in");
  await enterAtSociety(amina, "100001");
  expect(amina.path).toBe("/notifications");
});

test("with both roles the page comes after the choice of account, and the role it is for comes first", async () => {
  const priya = given.stranger();
  await priya.visit("/relationships?as=mentor");
  await enterAtSociety(priya, "100003");
  expect(priya.path).toBe("/choose-account");
  expect(priya.main.text).toContain("To open that page, choose mentor.");
  expect(priya.all("button", /^Continue as/).map(({ textContent }) => textContent)).toEqual([
    "Continue as a mentor",
    "Continue as a mentee",
  ]);
  await priya.press("Continue as a mentor");
  expect(priya.path).toBe("/relationships");
  expect(priya.banner.text).toContain(", mentor");
});

test("a page of the role that one does not act in offers the switch, and opens after it", async () => {
  const [both, mentor] = [await signIn(await people.both()), await given.mentor()];
  await both.visit("/");
  await both.press("Continue as a mentor");
  for (const path of ["/mentors?as=mentee", `/mentors/${mentor.member.id}`, "/relationships?as=mentee"]) {
    expect(await both.visit(path), path).toBe(200);
    expect(both.heading).toBe("Switch to mentee to open this page");
    await both.press("Switch to mentee and open it");
    expect(both.path).toBe(path.split("?")[0]);
    expect(both.banner.text).toContain(", mentee");
    await both.press("Switch to mentor");
  }
  // What is not there in the other role either is not there.
  expect(await both.visit(`/mentors/${randomUUID()}`)).toBe(404);
  expect(await both.visit(`/mentors/${randomUUID()}/proposal`)).toBe(404);
});

test("a link to a page of the other role than is then chosen offers the switch, and opens as it was asked for", async () => {
  const priya = given.stranger();
  await priya.visit("/mentors?q=Pugh");
  await enterAtSociety(priya, "100003");
  await priya.press("Continue as a mentor");
  expect(priya.heading).toBe("Switch to mentee to open this page");
  await priya.press("Switch to mentee and open it");
  expect(priya.path).toBe("/mentors");
  expect(priya.browser.page.url.searchParams.get("q")).toBe("Pugh");
  expect(priya.all("article")[0]?.textContent).toContain("Gareth Pugh");
});

test("an article for the other role offers the switch too; to whoever does not hold the role nothing is offered", async () => {
  const { resourceId } = await db().resourceVersion.findFirstOrThrow({
    where: { audience: "mentees", publishedAt: { not: null } },
    select: { resourceId: true },
  });
  const both = await signIn(await people.both());
  await both.visit("/");
  await both.press("Continue as a mentor");
  await both.visit(`/resources/${resourceId}`);
  expect(both.heading).toBe("Switch to mentee to open this page");
  const mentor = await given.mentor();
  for (const path of [`/resources/${resourceId}`, "/mentors", `/mentors/${mentor.member.id}`])
    expect(await mentor.visit(path), path).toBe(404);
  expect(await mentor.visit("/relationships?as=mentee")).toBe(200);
  expect(mentor.heading).toBe("Relationships");
});
