import { expect } from "vitest";
import { PEOPLE } from "@/demo/people";
import { env } from "@/lib/foundation/env";
import { readNow } from "@/lib/people/auth/now";
import { changeFromOutside } from "@/lib/staff/coordinating/commands";
import type { NamedRight } from "@/lib/staff/coordinating/coordinating";
import type { TestMember } from "@/testing/people";
import { begin } from "../partners";
import { people, SESSION_COOKIE, sessionOf } from "../people";
import { textOf } from "./page";
import { Person } from "./person";

/** A member who is signed in. */
export class Member extends Person {
  constructor(readonly member: TestMember) {
    super(env().APP_URL);
  }
  get name(): string {
    return this.member.name;
  }
  get number(): string {
    return this.member.number;
  }
  get email(): string {
    return this.member.email;
  }
}

/** Signs somebody in without the form; each time at another browser. */
export async function signIn(member: TestMember): Promise<Member> {
  const one = new Member(member);
  await one.browser.cookies.setCookie(`${SESSION_COOKIE}=${await sessionOf(member)}; Path=/; HttpOnly`, env().APP_URL);
  return one;
}

/** Who is there when a story begins: people whom no other test knows, each at a browser of their own. */
export const given = {
  stranger: () => new Person(env().APP_URL),
  member: async (...values: Parameters<typeof people.member>) => signIn(await people.member(...values)),
  mentee: async (...values: Parameters<typeof people.mentee>) => signIn(await people.mentee(...values)),
  mentor: async (...values: Parameters<typeof people.mentor>) => signIn(await people.mentor(...values)),
  staff: () => given.member({ staff: "staff" }),
  admin: () => given.member({ staff: "admin" }),
  /** Somebody who is not staff and looks after this programme, or reads its figures; the nil id: those of the whole society. */
  async holder(right: NamedRight, programmeId: string): Promise<Member> {
    const one = await given.member();
    const named = await changeFromOutside({ memberId: one.member.id, programmeId, right }, await readNow());
    if (!named.ok) throw new Error(`The right was not given: ${named.reason}`);
    return one;
  },
  /** A mentee and a mentor whose relationship has just begun, or began then. */
  async partners(at?: Date): Promise<{ id: string; mentee: Member; mentor: Member }> {
    const [mentee, mentor] = [await given.mentee(), await given.mentor()];
    return { id: await begin(mentee.member, mentor.member, at), mentee, mentor };
  },
};

/** What the society's scheduler asks for every five minutes: everything that is due is done, for everybody. */
export async function sweepNow(): Promise<void> {
  const swept = await given.stranger().get("/api/cron/sweep", { authorization: `Bearer ${env().CRON_SECRET}` });
  expect(swept.status).toBe(200);
}

/** Subjects of the mails to somebody, oldest first, as the demonstration's mailbox shows them. */
export async function subjectsTo(reader: Person, to: string): Promise<string[]> {
  await reader.visit(`/demo/mailbox?to=${encodeURIComponent(to)}`);
  return reader.main.select("li a").map(textOf).reverse();
}

/** Looks into the demonstration's mailbox until there is a mail with this subject to somebody. */
export async function waitForMail(reader: Person, to: string, subject: RegExp): Promise<void> {
  const look = async () => {
    await reader.visit(`/demo/mailbox?to=${encodeURIComponent(to)}`);
    return reader.has("link", subject);
  };
  await expect.poll(look, { timeout: 30_000, interval: 100, message: `a mail ${subject} to ${to}` }).toBe(true);
}

/** Opens the newest mail with this subject to somebody. */
export async function openMail(reader: Person, to: string, subject: RegExp): Promise<void> {
  await waitForMail(reader, to, subject);
  const [newest] = reader.all("link", subject) as HTMLAnchorElement[];
  await reader.visit(newest?.href ?? "");
  expect(reader.has("heading", "As plain text")).toBe(true);
}

/** On the register of the demonstration, never here: each story that registers somebody has a number of its own. */
const NEVER_HERE = PEOPLE.filter(({ hasJoined, standing }) => !hasJoined && standing === "current");

export function neverHere(which: number): string {
  const { number } = NEVER_HERE.at(-1 - which) ?? {};
  if (!number) throw new Error("Nobody is left.");
  return number;
}

export const SOCIETY = "Institute of Applied Practice";

/** Through the society's own sign-in page, as a person would. */
export async function signInAtSociety(person: Person, number: string, password = "mentoring"): Promise<void> {
  await person.visit("/");
  await enterAtSociety(person, number, password);
}

/** The same from the page that is open. */
export async function enterAtSociety(person: Person, number: string, password = "mentoring"): Promise<void> {
  await person.press(`Sign in with ${SOCIETY}`);
  person.fill(/membership number/i, number);
  person.fill(/password/i, password);
  await person.press(/sign in/i);
}
