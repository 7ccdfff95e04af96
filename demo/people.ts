import { Composer, drawOutline, type Outline } from "./people/compose";
import { NAMED } from "./people/named";
import type { Person } from "./people/person";
import { Random } from "./people/random";
import { listIds } from "./settings";

export type { Person };

const SEED = 19_200_714;
const FIRST_NUMBER = 100_001;
/** Beside the nine with names of their own; those on the register only are the rest. */
const HOW_MANY = { mentors: 148, mentees: 207, both: 19, registerOnly: 18 };
/** Lapsed members among each kind. */
const LAPSED = { mentors: 3, mentees: 5, both: 0, registerOnly: 3 };

type Kind = keyof typeof HOW_MANY;

/** The society's 401 invented members, in the order of their numbers; the same on every machine and every day. */
export const PEOPLE: readonly Person[] = invent();

/** One of them, by number. */
export function personOf(number: string): Person {
  const person = PEOPLE.find((one) => one.number === number);
  if (!person) throw new Error(`nobody has the number ${number}`);
  return person;
}

function invent(): Person[] {
  const random = new Random(SEED);
  const composer = new Composer(random);
  const taken = new Set(NAMED.map(({ name }) => name));
  const kinds = (Object.keys(HOW_MANY) as Kind[]).flatMap((kind) =>
    Array.from({ length: HOW_MANY[kind] }, (_none, i) => ({ kind, isLapsed: i < LAPSED[kind] })),
  );
  const others = random.some(kinds, kinds.length).map(({ kind, isLapsed }): Omit<Person, "number" | "subject" | "email"> => {
    const outline = drawOutline(random);
    return {
      name: drawName(random, outline, taken),
      standing: isLapsed ? "lapsed" : "current",
      hasJoined: kind !== "registerOnly",
      staff: "none",
      mentor: kind === "mentors" || kind === "both" ? leaveAminaToGareth(composer.mentor(outline)) : null,
      mentee: kind === "mentees" || kind === "both" ? composer.mentee(outline) : null,
    };
  });
  return [...NAMED, ...others].map((person, i) => ({
    ...person,
    number: String(FIRST_NUMBER + i),
    subject: `institute-${FIRST_NUMBER + i}`,
    email: `${plain(person.name)}@example.org`,
  }));
}

function drawName(random: Random, { heritage }: Outline, taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(heritage.given)} ${random.pick(heritage.surnames)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Nobody but Gareth has all that Amina looks for: the first journey leads to him. */
function leaveAminaToGareth(mentor: NonNullable<Person["mentor"]>): NonNullable<Person["mentor"]> {
  const amina = NAMED[0]?.mentee;
  if (!amina || mentor.sector !== amina.sector) return mentor;
  const hasAll = amina.topics.every((topic) => mentor.topics.includes(topic));
  if (!hasAll) return mentor;
  const isNear = mentor.region === amina.region;
  return isNear ? { ...mentor, region: listIds().regions("South West England") } : mentor;
}

/** "Étienne van Dijk" → "etienne.vandijk" */
function plain(name: string): string {
  const [given = "", ...rest] = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/g, "l").toLowerCase().split(" ");
  const letters = (text: string) => text.replace(/[^a-z-]/g, "");
  return `${letters(given)}.${letters(rest.join(""))}`;
}
