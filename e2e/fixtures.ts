import { randomInt } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { insertMember, insertMentee, insertMentor, type TestMember } from "@/lib/testing/people";
import { Seats } from "./seats";

export { expectAccessible } from "./looks";
export { expect };

const SESSION_COOKIE = "authjs.session-token";

interface Fixtures {
  /** A page of its own, signed in as this member without the form. */
  as: (member: TestMember) => Promise<Page>;
  nothingComplains: undefined;
}

interface WorkerFixtures {
  seats: Seats;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  seats: [
    async ({ browser }, use, { project }) => {
      const { baseURL = "", viewport, hasTouch, isMobile, javaScriptEnabled, locale, timezoneId } = project.use;
      await use(new Seats(browser, { baseURL, viewport, hasTouch, isMobile, javaScriptEnabled, locale, timezoneId }));
    },
    { scope: "worker" },
  ],
  as: async ({ seats }, use) => {
    await use(async (member) => {
      const page = await seats.take();
      await signIn(page, member);
      return listening(page);
    });
    await seats.leave();
  },
  page: async ({ seats }, use) => {
    await use(listening(await seats.take()));
    await seats.leave();
  },
  nothingComplains: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern, even where nothing is asked for
    async ({}, use) => {
      complaints.length = 0;
      await use(undefined);
      expect(complaints, "the browser should have nothing to complain of").toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs this page's context in as a member, without the form. */
export async function signIn(page: Page, member: TestMember): Promise<void> {
  const cookie = { name: SESSION_COOKIE, value: await sessionOf(member), url: env().APP_URL, httpOnly: true };
  await page.context().addCookies([cookie]);
}

const complaints: string[] = [];

/** A page that is not there is an answer, and so is a refusal; a mail's frame lets no script in, the checker's neither. */
const EXPECTED = /status of (401|404|422)|^Blocked script execution in '[^']*\/demo\/mailbox\//;

/** Errors of scripts, and what the Content-Security-Policy stops, fail the test. */
export function listening(page: Page): Page {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  return page;
}

async function sessionOf({ id, sessionEpoch }: TestMember): Promise<string> {
  const token = { memberId: id, epoch: sessionEpoch, session: crypto.randomUUID(), signedInAt: Date.now() };
  return encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE, maxAge: 3600 });
}

/** Members for one test, whom no other test knows. */
export const people = {
  member: (values: Parameters<typeof insertMember>[0] = {}) => insertMember({ ...own(), ...values }),
  mentee: (profile: Parameters<typeof insertMentee>[0] = {}, member: Parameters<typeof insertMentee>[1] = {}) =>
    insertMentee(profile, { ...own(), ...member }),
  mentor: (profile: Parameters<typeof insertMentor>[0] = {}, member: Parameters<typeof insertMentor>[1] = {}) =>
    insertMentor(profile, { ...own(), ...member }),
  /** Somebody who acts in both roles. */
  async both() {
    const member = await insertMentee({}, { ...own(), isMentor: true });
    const { headline, about, topics, yearsOfExperience, languages, methods, updatedAt } = await exampleProfile();
    const profile = { headline, about, topics, yearsOfExperience, languages, methods, updatedAt };
    await db().mentorProfile.create({ data: { ...profile, memberId: member.id }, select: { memberId: true } });
    return member;
  },
  /** The demonstration's own people, by number. */
  numbered: (number: string) => db().member.findUniqueOrThrow({ where: { number } }),
};

async function exampleProfile() {
  return db().mentorProfile.findFirstOrThrow();
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function own() {
  const number = String(randomInt(10_000_000, 99_999_999));
  const surname = Array.from({ length: 9 }, () => LETTERS[randomInt(26)]).join("");
  return { number, name: `Robin ${surname.charAt(0).toUpperCase()}${surname.slice(1)}`, email: `${number}@example.org` };
}

/** Opens what narrows a list, which a phone folds away, unless it is there to be used. */
export async function openFilters(page: Page, label: string): Promise<void> {
  if (!(await page.getByLabel(label).isVisible())) await page.getByText("Narrow the list").click();
}
