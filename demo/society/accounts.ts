import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Provider } from "oidc-provider";
import type { Person } from "@/demo/people";
import { readJson, writeJson } from "./file";

/** What the membership website knows of a member. */
export type RegisteredPerson = Pick<Person, "number" | "subject" | "name" | "email" | "standing">;

/** Everybody's, until they change it. */
export const FIRST_PASSWORD = "mentoring";
export const SHORTEST_PASSWORD = 8;

interface PasswordHash {
  salt: string;
  hash: string;
}
/** What members changed, by number. */
type Changes = Record<string, { email?: string; password?: PasswordHash }>;

export interface Accounts {
  find(subject: string): RegisteredPerson | null;
  /** The member when number and password agree, else null; takes as long either way. */
  check(number: string, password: string): Promise<RegisteredPerson | null>;
  /** Null when done, else the reason in a sentence. */
  changeEmail(subject: string, email: string): Promise<string | null>;
  changePassword(subject: string, password: string): Promise<void>;
}

/** The register's people with what they changed on the website, which is kept in the file at `path`. */
export async function openAccounts(path: string, people: readonly RegisteredPerson[]): Promise<Accounts> {
  const changes: Changes = (await readJson<Changes>(path)) ?? {};
  const byNumber = new Map(people.map((person) => [person.number, person]));
  const bySubject = new Map(people.map((person) => [person.subject, person]));
  const firstPassword = await hashPassword(FIRST_PASSWORD);
  let writing: Promise<unknown> = Promise.resolve();

  const asChanged = (person: RegisteredPerson): RegisteredPerson => ({
    ...person,
    email: changes[person.number]?.email ?? person.email,
  });

  async function change(subject: string, what: Changes[string]): Promise<void> {
    const person = bySubject.get(subject);
    if (!person) throw new Error(`nobody is called ${subject}`);
    changes[person.number] = { ...changes[person.number], ...what };
    writing = writing.then(() => writeJson(path, changes));
    await writing;
  }

  return {
    find: (subject) => {
      const person = bySubject.get(subject);
      return person ? asChanged(person) : null;
    },
    check: async (number, password) => {
      const person = byNumber.get(number);
      const isRight = await matches(password, (person && changes[person.number]?.password) ?? firstPassword);
      return person && isRight ? asChanged(person) : null;
    },
    changeEmail: async (subject, email) => {
      const wanted = email.toLowerCase();
      const isTaken = people.some((person) => person.subject !== subject && asChanged(person).email.toLowerCase() === wanted);
      if (isTaken) return "Another member uses this address. Enter one of your own.";
      await change(subject, { email });
      return null;
    },
    changePassword: async (subject, password) => change(subject, { password: await hashPassword(password) }),
  };
}

const scrypt = promisify<string, Buffer, number, Buffer>(scryptWithCallback);

async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { salt: salt.toString("base64"), hash: (await scrypt(password, salt, 32)).toString("base64") };
}

async function matches(password: string, { salt, hash }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await scrypt(password, Buffer.from(salt, "base64"), 32), Buffer.from(hash, "base64"));
}

/** The membership website, as its pages see it. */
export interface Site {
  provider: Provider;
  accounts: Accounts;
  /** The website's own address. */
  issuer: string;
  appUrl: string;
}
