import { expect, test } from "vitest";
import { PEOPLE } from "@/demo/people";
import { codeAt } from "@/lib/people/auth/second-step/app-codes";
import { openMail, waitForMail } from "./given";
import { Person } from "./person";

// Local accounts, as the society's FAQ describes them word by word; on a server of its own.

/** On the register, without an account: each story has one of its own, and those with scripts begin at the other end. */
const NEVER_HERE = PEOPLE.filter(
  ({ hasJoined, standing, number }) => !hasJoined && standing === "current" && number !== "100004",
);
const PASSWORD = "three quiet green lamps";
const NEXT = "a bicycle with square wheels";
const IDENTIFIER = "E-mail address or membership number";

function newcomer(which: 0 | 1 | 2) {
  const person = NEVER_HERE.at(-1 - which);
  if (!person) throw new Error("Nobody is left.");
  return person;
}

function stranger(): Person {
  const { LOCAL_APP_URL } = process.env;
  if (!LOCAL_APP_URL) throw new Error("Only `npm run e2e` knows where the product with local accounts is.");
  return new Person(LOCAL_APP_URL);
}

/** c) and d) of the FAQ: who they are, with all six digits. */
async function register(who: Person, given: { name: string; email: string; number: string }, role: "Mentee" | "Mentor") {
  who.tick(new RegExp(`^${role}`));
  who.fill("Name", given.name);
  who.fill("E-mail address", given.email);
  who.fill("Membership number", given.number);
  who.tick(/I agree/);
  await who.press("Create account");
}

/** The link in the newest mail with this subject to somebody, as the mailbox has it. */
async function linkIn(reader: Person, to: string, subject: RegExp): Promise<string> {
  await openMail(reader, to, subject);
  const [, link] = /<(http\S+token=\S+)>/.exec(reader.main.text) ?? [];
  if (!link) throw new Error(`No link in ${reader.main.text}`);
  return link;
}

async function createAccount(who: Person, which: 0 | 1 | 2) {
  const person = newcomer(which);
  await who.visit("/create-account");
  await register(who, person, "Mentee");
  expect(who.heading).toBe("We have sent you an e-mail");
  await who.visit(await linkIn(who, person.name, /Confirm your e-mail address/));
  who.fill("Password", PASSWORD);
  await who.press("Confirm");
  expect(who.heading).toContain("Getting the most from mentoring");
  return person;
}

async function logIn(who: Person, identifier: string, password: string): Promise<void> {
  await who.visit("/");
  await enter(who, identifier, password);
}

/** From the page that is open. */
async function enter(who: Person, identifier: string, password: string): Promise<void> {
  const panel = who.part("region", "Account Login");
  panel.fill(IDENTIFIER, identifier);
  panel.fill("Password", password);
  await panel.press("Log in");
}

test("How do I register as a Mentor or Mentee?", async () => {
  const [who, person] = [stranger(), newcomer(0)];
  await who.visit("/");
  await who.banner.follow("Create account");
  expect(who.heading).toBe("Create account");
  await register(who, { ...person, number: person.number.slice(0, 5) }, "Mentor");
  expect(who.title).toMatch(/^Error: /);
  expect(who.text).toContain("Enter all six digits of your membership number.");
  expect(who.value("Name")).toBe(person.name);
  await register(who, { ...person, name: "Somebody Else", email: "somebody.else@example.org" }, "Mentor");
  expect(who.text).toMatch(/We could not find a member .* with this number and this surname/);
  // Somebody who knows number and surname gives an address of their own: the link goes to the one that the register has.
  await register(who, { ...person, email: "mallory.plain@example.org" }, "Mentee");
  expect(who.heading).toBe("We have sent you an e-mail");
  await who.visit("/create-account");
  await register(who, person, "Mentor");
  expect(who.heading).toBe("We have sent you an e-mail");
  const link = await linkIn(who, person.name, /Confirm your e-mail address/);
  await who.visit(link);
  expect(who.main.text).toContain(`${person.name}, membership number ${person.number}, to be a mentor`);
  who.fill("Password", person.email);
  await who.press("Confirm");
  expect(who.text).toContain("Choose a password that is not your name, e-mail address or membership number.");
  expect(who.value("Password")).toBe("");
  who.fill("Password", PASSWORD);
  await who.press("Confirm");
  expect(who.heading).toContain("Getting the most from mentoring");
  expect(who.banner.text).toContain(`${person.name}, mentor`);
  await who.follow("Create Profile");
  expect(who.heading).toContain("Your profile as a mentor");
  await who.visit(link);
  expect(who.heading).toBe("This link does not work any more");
});

test("whoever has an account already is told by mail, and the page says what it says to everybody", async () => {
  const [who, holder] = [stranger(), PEOPLE.find(({ number }) => number === "100007")];
  if (!holder) throw new Error("Nobody has the number.");
  await who.visit("/create-account");
  await register(who, { ...holder, email: "else.plain@example.org" }, "Mentee");
  expect(who.heading).toBe("We have sent you an e-mail");
  await waitForMail(who, holder.name, /You already have an account/);
});

test("a link that needs a session leads on after signing in, also when the password was wrong at first", async () => {
  const [amina, priya] = [stranger(), stranger()];
  await amina.visit("/mentors?q=Pugh&done=sent");
  expect(amina.path).toBe("/sign-in");
  await enter(amina, "100001", "guessing");
  expect(amina.title).toMatch(/^Error: Sign in/);
  expect(amina.text).toContain("That is not the right password");
  await enter(amina, "100001", "mentoring");
  expect(amina.path).toBe("/mentors");
  expect(amina.all("article")[0]?.textContent).toContain("Gareth Pugh");
  await priya.visit("/account");
  await enter(priya, "100003", "mentoring");
  expect(priya.path).toBe("/choose-account");
  await priya.press("Continue as a mentor");
  expect(priya.path).toBe("/account");
});

test("How do I change / retrieve my password?", async () => {
  const [who, other] = [stranger(), stranger()];
  const person = await createAccount(who, 1);
  await logIn(other, person.number, PASSWORD);
  expect(other.heading).toContain(`Welcome, ${person.name}`);

  // "If you are already logged in to the system then please log out first."
  await who.visit("/forgotten-password");
  expect(who.main.text).toContain("Please sign out first");
  await who.main.press("Log Out");
  await who.part("region", "Account Login").follow("Forgotten password?");
  const answers = new Set();
  for (const identifier of ["nobody.at.all@example.org", person.email]) {
    await who.visit("/forgotten-password");
    who.fill(IDENTIFIER, identifier);
    await who.press("Send the link");
    answers.add(who.status);
  }
  expect(answers.size).toBe(1);
  const link = await linkIn(who, person.name, /Choose a new password/);
  await who.visit(link);
  who.fill("New password", "password123");
  await who.press("Save the password");
  expect(who.text).toContain("Too many people use this password");
  who.fill("New password", NEXT);
  await who.press("Save the password");
  expect(who.status).toContain("Your password has been changed. Please sign in with the new one.");
  await who.visit(link);
  expect(who.heading).toBe("This link does not work any more");
  await other.visit("/relationships");
  expect(other.path).toBe("/sign-in");
  await logIn(who, person.email, PASSWORD);
  expect(who.alert).toContain("That is not the right password");
  await logIn(who, person.email, NEXT);
  expect(who.heading).toContain(`Welcome, ${person.name}`);
});

test("password and e-mail address are changed in Edit Account", async () => {
  const [who, other] = [stranger(), stranger()];
  const person = await createAccount(who, 2);
  await logIn(other, person.email, PASSWORD);
  expect(other.heading).toContain("Welcome");

  const changePassword = async (old: string) => {
    who.fill("Your current password", old);
    who.fill("New password", NEXT);
    await who.press("Change password");
  };
  await who.follow("Edit Account");
  await changePassword("a wrong guess");
  expect(who.text).toContain("That is not your current password.");
  await changePassword(PASSWORD);
  expect(who.status).toContain("Your password has been changed.");
  expect(who.banner.text).toContain(person.name);
  await other.visit("/relationships");
  expect(other.path).toBe("/sign-in");

  const address = `new.${person.email}`;
  who.fill("New e-mail address", address);
  who.fill("Your password", NEXT);
  await who.press("Change e-mail address");
  expect(who.status).toContain("We have sent a link to the new address.");
  await who.visit(await linkIn(who, person.name, /Confirm your new e-mail address/));
  await who.press("Confirm");
  expect(who.status).toContain("Your e-mail address has been changed.");
  expect(who.main.text).toContain(address);
  await who.visit(`/demo/mailbox?to=${encodeURIComponent(person.name)}`);
  expect(who.main.text).toContain(`To ${person.name}, ${person.email}`);
  await who.press("Log Out");
  await logIn(who, address, NEXT);
  expect(who.heading).toContain("Welcome");
});

test("an account that waits is approved by staff, and then lets its holder in", async () => {
  const [who, number, name] = [stranger(), "100912", "Callum Reid"];
  await logIn(who, number, "mentoring");
  expect(who.heading).toBe("Your account is waiting for the society’s approval");
  await logIn(who, "100006", "mentoring");
  expect(who.banner.text).toContain("Helen Marsh");
  await who.visit("/admin/members");
  await who.follow(/new accounts? (is|are) waiting for approval/);
  await who.follow(name);
  await who.follow("Approve");
  await who.press("Approve");
  expect(who.status).toContain("The account is approved.");
  await who.banner.press("Log Out");
  await waitForMail(who, name, /Your account on Connect has been approved/);
  await logIn(who, number, "mentoring");
  expect(who.heading).toContain(name);
});

test("Ruth's membership has lapsed; next-auth has no doors of its own", async () => {
  const ruth = stranger();
  await logIn(ruth, "100005", "mentoring");
  expect(ruth.heading).toBe("Your membership has lapsed");
  const post = async (path: string, form: Record<string, string>) => {
    const url = new URL(`/api/auth/${path}`, ruth.browser.home);
    return (await ruth.browser.ask({ url, method: "POST", body: new URLSearchParams(form) })).status;
  };
  for (const path of ["csrf", "session", "providers", "signin", "signout", "callback/local"]) {
    expect((await ruth.get(`/api/auth/${path}`)).status, path).toBe(404);
    const form = { ticket: "anything", identifier: "100001", password: "mentoring", memberId: "100001" };
    expect(await post(path, form), path).toBeGreaterThanOrEqual(400);
  }
  // Nothing that posts without our origin gets any further than proxy.ts.
  expect(await post("callback/society", {})).toBe(403);
  await ruth.visit("/relationships");
  expect(ruth.path).toBe("/sign-in");
});

/** What an authenticator app shows for the key on the page. */
function appFor(who: Person): () => string {
  const key = /Or type in this key: ((?:[A-Z2-7]{4}\s?){8})/.exec(who.main.text)?.[1]?.replace(/\s/g, "") ?? "";
  return () => codeAt(key, Date.now());
}

test("a second step by an app is set up, asked for, and replaced by a recovery code, all without scripts", async () => {
  const who = stranger();
  await logIn(who, "100007", "mentoring");
  await who.visit("/account");
  await who.follow("Signing in with a second step");
  expect(who.has("button", "Set up an authenticator app")).toBe(false);
  who.fill("Your password", "a wrong guess");
  await who.press("Go on");
  expect(who.text).toContain("That is not your current password.");
  who.fill("Your password", "mentoring");
  await who.press("Go on");
  await who.press("Set up an authenticator app");
  expect(who.heading).toBe("Set up an authenticator app");
  const code = appFor(who);
  who.fill("Code", "000000");
  await who.press("Confirm");
  expect(who.text).toContain("That code is not right.");
  who.fill("Code", code());
  await who.press("Confirm");
  expect(who.heading).toBe("Your recovery codes");
  const codes = who.main.text.match(/\b[a-z0-9]{5}-[a-z0-9]{5}\b/g) ?? [];
  expect(codes).toHaveLength(10);

  const phone = stranger();
  await logIn(phone, "100007", "mentoring");
  expect(phone.heading).toBe("One more step");
  await phone.visit("/relationships");
  expect(phone.path).toBe("/sign-in");
  await logIn(phone, "100007", "mentoring");
  phone.fill("Code", "123456");
  await phone.press("Go on");
  expect(phone.text).toContain("That code is not right.");
  phone.fill("Code", codes[0] ?? "");
  await phone.press("Go on");
  expect(phone.heading).toContain("Owen Hart");
  await phone.visit("/account/security");
  expect(phone.main.text).toContain("You have 9 recovery codes left.");
  // A second step was taken a moment ago, which is as good as the password again.
  await phone.press("Remove the authenticator app");
  expect(phone.status).toContain("Removed. We have told you by e-mail too.");
  await waitForMail(phone, "Owen Hart", /A second step was removed from your sign-in/);
  const again = stranger();
  await logIn(again, "100007", "mentoring");
  expect(again.heading).toContain("Owen Hart");
});

test("nobody comes to the second step who has not given a password", async () => {
  const who = stranger();
  await who.visit("/sign-in/second-step");
  expect(who.path).toBe("/sign-in");
});
