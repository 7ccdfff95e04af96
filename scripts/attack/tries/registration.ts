import { PEOPLE } from "@/demo/people";
import { db } from "@/lib/foundation/db/client";
import { secretOf } from "@/lib/people/auth/local/link-secret";
import { must, type Try } from "../try";
import { type Visitor, visit } from "../visitor";

const [OWN, FOREIGN] = ["three quiet green lamps", "the attacker chose this"];
const WITHOUT_ACCOUNT = PEOPLE.filter(({ hasJoined, standing, email }) => !hasJoined && standing === "current" && email);

/** The links of this number's registrations, as the mails have them, the newest last. */
async function linksOf(number: string): Promise<{ email: string; path: string; name: string }[]> {
  const rows = await db().registration.findMany({ where: { number }, orderBy: { createdAt: "asc" } });
  return rows.map(({ id, email, name }) => ({ email, name, path: `/verify?token=${secretOf(id)}` }));
}

async function register(visitor: Visitor, person: { name: string; email: string; number: string }, more = {}) {
  const { name, email, number } = person;
  const answer = await visitor.press("/create-account", "Create account", {
    ...{ name, email, number, role: "mentee", agreement: "yes" },
    ...more,
  });
  must(answer.status < 500, `Create account answers ${answer.status}.`);
  return answer;
}

/** Whether this password lets them in. */
async function isLetIn(visitor: Visitor, identifier: string, password: string): Promise<boolean> {
  const { status, headers } = await visitor.press("/sign-in", "Log in", { identifier, password });
  must(status < 500, `Account Login answers ${status}.`);
  return status === 303 && String(headers["set-cookie"] ?? "").includes("session-token=");
}

export const TRIES: Try[] = [
  {
    name: "a registration that somebody else fills in anew lets nobody else in",
    signIn: "local",
    async run() {
      const [victim] = WITHOUT_ACCOUNT.slice(-1);
      must(victim !== undefined, "Everybody has an account.");
      const [they, attacker] = [await visit(null), await visit(null)];
      await register(they, victim);
      await register(attacker, victim, { password: FOREIGN, newPassword: FOREIGN, confirm: FOREIGN });
      const again = await they.press("/verify", "Send the link again", { identifier: victim.email });
      must(again.status === 303, `Send the link again answers ${again.status}.`);
      must(!(await isLetIn(attacker, victim.number, FOREIGN)), "The attacker is in before anybody confirmed.");
      const links = await linksOf(victim.number);
      const newest = links.at(-1);
      must(newest !== undefined, "There is no registration.");
      must(
        links.every(({ email }) => email.toLowerCase() === victim.email.toLowerCase()),
        "A link goes elsewhere.",
      );
      const confirmed = await they.press(newest.path, "Confirm", { password: OWN });
      must(confirmed.status === 303, `Confirm answers ${confirmed.status}.`);
      must(!(await isLetIn(attacker, victim.number, FOREIGN)), "The attacker's password lets them in.");
      must(await isLetIn(they, victim.number, OWN), "Their own password does not let them in.");
      for (const { path } of links) {
        const page = await attacker.ask(path);
        if (page.text.includes("Confirm</button>")) await attacker.press(path, "Confirm", { password: FOREIGN });
      }
      must(
        !(await isLetIn(attacker, victim.number, FOREIGN)),
        "Another link of a confirmed registration lets somebody else in.",
      );
      return undefined;
    },
  },
  {
    name: "number and surname with another address send the link to the register's address",
    signIn: "local",
    async run() {
      const [victim] = WITHOUT_ACCOUNT.slice(-2);
      must(victim !== undefined, "Everybody has an account.");
      await register(await visit(null), { ...victim, email: "mallory@evil.example" });
      const links = await linksOf(victim.number);
      must(
        links.length === 1 && links[0]?.email.toLowerCase() === victim.email.toLowerCase(),
        "The link goes to the stranger.",
      );
      return undefined;
    },
  },
  {
    name: "no line break, direction mark or NUL stays in a name",
    signIn: "local",
    async run() {
      const [person] = WITHOUT_ACCOUNT.slice(-3);
      must(person !== undefined, "Everybody has an account.");
      const [first = "", ...rest] = person.name.split(" ");
      await register(await visit(null), {
        ...person,
        name: `${first}\r\nBcc: a@evil.example\u202e\u0000\u200f ${rest.join(" ")}`,
      });
      await register(await visit(null), { ...person, name: `${first}\u0000\u202e ${rest.join(" ")}\r\n` });
      const names = (await linksOf(person.number)).map(({ name }) => name);
      must(names.length > 0, "Nothing was kept, so this says nothing.");
      must(
        !names.some((name) => /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u.test(name)),
        `Kept as ${JSON.stringify(names)}.`,
      );
      return undefined;
    },
  },
  {
    name: "guesses by number, by address and by their other spellings count together",
    signIn: "local",
    async run() {
      const person = PEOPLE.find(({ number }) => number === "100003");
      must(person !== undefined, "There is no such member.");
      const attacker = await visit(null);
      const { email, number } = person;
      const wide = number.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
      const spellings = [number, email, email.toUpperCase(), ` ${number} `, number.split("").join(" "), wide, `${email}\u200b`];
      for (const spelling of [...spellings, ...spellings]) await isLetIn(attacker, spelling, "a wrong guess");
      for (const spelling of [number, email])
        must(!(await isLetIn(attacker, spelling, "mentoring")), `${spelling} has guesses left after ${spellings.length * 2}.`);
      return undefined;
    },
  },
  {
    name: "a letter that a collation takes for another one signs nobody in",
    signIn: "local",
    async run() {
      const person = PEOPLE.find(({ email }) => email.includes("i"));
      must(person !== undefined, "There is no such member.");
      const attacker = await visit(null);
      for (const odd of ["İ", "ı", "ｉ"])
        must(!(await isLetIn(attacker, person.email.replace("i", odd), "mentoring")), `${odd} is taken for i.`);
      return undefined;
    },
  },
];
