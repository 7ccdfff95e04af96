import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { given, neverHere, SOCIETY, signInAtSociety } from "./given";

// Through the society's own sign-in page, as a person would.

test("Amina signs in, is shown Gareth first with reasons, and logs out of both", async () => {
  const amina = given.stranger();
  await signInAtSociety(amina, "100001");
  expect(amina.heading).toContain("Amina Okafor");
  await amina.part("navigation", "Main").follow("Mentors");
  expect(amina.heading).toContain("Mentors who fit");
  const [first] = amina.all("article");
  expect(first?.textContent).toContain("Gareth Pugh");
  expect(first?.textContent).toContain("Covers both your topics: Career planning, Personal confidence");
  expect(amina.text).not.toContain("Owen Hart");
  await amina.press("Log Out");
  expect(amina.has("button", `Sign in with ${SOCIETY}`)).toBe(true);
  await amina.visit("/mentors");
  expect(amina.path).toBe("/sign-in");
  // The society has forgotten her too: it asks for the password again.
  await amina.press(`Sign in with ${SOCIETY}`);
  expect(amina.hasField(/password/i)).toBe(true);
});

test("a wrong password is refused at the society, in words", async () => {
  const gareth = given.stranger();
  await signInAtSociety(gareth, "100002", "guessing");
  expect(gareth.main.text).toMatch(/not|wrong|match/i);
  expect(gareth.value(/password/i)).toBe("");
});

// Each of them is a refusal: at the end of the run nothing of it may be a defect in the log.
test("a stranger at the address that the society sends people back to is shown the way in", async () => {
  const stranger = given.stranger();
  const strays = ["", "?code=1&state=2", "?error=access_denied", "?error=server_error&state=1"];
  for (const query of [...strays, "?callbackUrl=nonsense", "?code=%00"]) {
    expect(await stranger.visit(`/api/auth/callback/society${query}`), query).toBe(200);
    expect(stranger.path, query).toBe("/sign-in");
  }
  const head = await fetch(new URL("/api/auth/callback/society", stranger.browser.home), { method: "HEAD" });
  expect([head.status, new URL(head.url).pathname]).toEqual([200, "/sign-in"]);
});

test("Ruth's membership has lapsed: she is refused, and told what to do", async () => {
  const ruth = given.stranger();
  await signInAtSociety(ruth, "100005");
  expect(ruth.heading).toContain("Your membership has lapsed");
  expect(ruth.has("link", "Renew your membership")).toBe(true);
  await ruth.visit("/relationships");
  expect(ruth.path).toBe("/sign-in");
});

test("when the society's sign-in leaves something out, the page says what, and to whom to turn", async () => {
  const person = given.stranger();
  await person.visit("/sign-in?refused=incomplete&missing=number+email+nonsense");
  expect(person.heading).toContain("The society’s sign-in left something out");
  expect(person.title).toMatch(/^Error: /);
  expect(person.text).toContain("did not tell us your membership number and your e-mail address");
  expect(person.text).toContain("please ask the society");
  expect(person.has("link", "Ask the society for help")).toBe(true);
  await person.visit("/sign-in?refused=incomplete&missing=name");
  expect(person.text).toContain("check your membership details there");
});

test("a first sign-in leads to joining, a profile and the mentors", async () => {
  const person = given.stranger();
  await signInAtSociety(person, neverHere(0));
  expect(person.path).toBe("/join");
  await person.press("Join");
  expect(person.text).toContain("Choose at least one");
  person.tick("I want to be a mentee");
  await person.press("Join");
  expect(person.path).not.toBe("/join");
  await person.visit("/profile");
  await person.press("Save Profile");
  expect(person.title).toMatch(/^Error: /);
  person.fill("Headline", "Ready for the next step");
  person.fill(/^About/, "Six years in practice, and wondering about leading a team.");
  person.fill(/^(Your )?aims/i, "To decide, and to be able to say why.");
  person.part("group", /topics/i).tick("Career planning");
  person.part("group", /meet/i).tick("Video call");
  person.part("group", /languages/i).tick("English");
  await person.press("Save Profile");
  expect(person.status).toContain("saved");
  await person.visit("/mentors");
  expect(person.all("article")[0]?.textContent).toContain("Career planning");
});

test("Priya chooses the account to use, and switches in the header", async () => {
  const priya = given.stranger();
  await signInAtSociety(priya, "100003");
  expect(priya.path).toBe("/choose-account");
  await priya.press(/mentor/i);
  const links = priya.part("navigation", "Main");
  expect(links.has("link", "Mentors")).toBe(false);
  await priya.press("Switch to mentee");
  expect(links.has("link", "Mentors")).toBe(true);
});

test("a session ends at its next request when it is ended everywhere, or the member may not be here", async () => {
  const changes = [
    { sessionEpoch: 1 },
    { status: "suspended" },
    { status: "deleted", sessionEpoch: 1 },
    { standing: "lapsed" },
  ];
  for (const change of changes) {
    const mentee = await given.mentee();
    await mentee.visit("/relationships");
    expect(mentee.path).toBe("/relationships");
    await db().member.update({ where: { id: mentee.member.id }, data: change, select: { id: true } });
    await mentee.visit("/relationships");
    expect(mentee.path).toBe("/sign-in");
  }
});
