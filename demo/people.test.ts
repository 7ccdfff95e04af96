import { describe, expect, it } from "vitest";
import INTRODUCED from "@/components/auth/demonstration-people.json";
import { PEOPLE, personOf } from "./people";
import { Random } from "./people/random";
import { Writer, withArticle } from "./people/writer";
import { demoSettings } from "./settings";

const settings = demoSettings("http://localhost:3001");
const mentors = PEOPLE.filter(({ mentor }) => mentor);
const mentees = PEOPLE.filter(({ mentee }) => mentee);

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/);
}

describe("the four hundred and one", () => {
  it("have numbers in a row, and names, subjects and addresses of their own", () => {
    expect(PEOPLE.map(({ number }) => number)).toEqual(Array.from({ length: 401 }, (_none, i) => String(100_001 + i)));
    for (const key of ["name", "subject", "email"] as const) expect(new Set(PEOPLE.map((one) => one[key])).size).toBe(401);
    for (const { email } of PEOPLE) expect(email).toMatch(/^[a-z-]+\.[a-z-]+@example\.org$/);
  });

  it("are introduced by their own names", () => {
    for (const { number, name, email } of INTRODUCED) expect(personOf(number)).toMatchObject({ name, email });
    expect(INTRODUCED.map(({ number }) => number)).toEqual(PEOPLE.slice(0, 9).map(({ number }) => number));
  });

  it("are as many of each kind as a society has", () => {
    const both = PEOPLE.filter(({ mentor, mentee }) => mentor && mentee).length;
    expect({ mentors: mentors.length - both, mentees: mentees.length - both, both }).toEqual({
      mentors: 150,
      mentees: 211,
      both: 20,
    });
    expect(PEOPLE.filter(({ standing }) => standing === "lapsed").length).toBeGreaterThan(5);
    expect(PEOPLE.filter(({ hasJoined }) => !hasJoined).length).toBe(19);
  });

  it("are the same every time", () => {
    expect([personOf("100010").name, personOf("100401").name]).toEqual(["Catriona Macdonald", "Aled Davies"]);
  });

  it("choose only what the society's lists have", () => {
    const has = (list: readonly { id: number }[], ids: readonly number[]) =>
      ids.every((id) => list.some((one) => one.id === id));
    for (const { mentor, mentee } of PEOPLE) {
      for (const part of [mentor, mentee]) {
        if (!part) continue;
        expect(part.topics.length).toBeGreaterThan(0);
        expect(has(settings.topics, part.topics) && has(settings.methods, part.methods)).toBe(true);
        expect(has(settings.languages, part.languages)).toBe(true);
        expect(has(settings.sectors, [part.sector]) && has(settings.regions, [part.region])).toBe(true);
      }
      if (mentee) expect(has(settings.careerStages, [mentee.careerStage])).toBe(true);
    }
  });

  it("do not repeat one another: ten profiles read in a row share no sentence", () => {
    for (const texts of [mentors.map(({ mentor }) => mentor?.about ?? ""), mentees.map(({ mentee }) => mentee?.about ?? "")]) {
      for (let i = 0; i + 10 <= texts.length; i++) {
        const all = texts.slice(i, i + 10).flatMap(sentences);
        expect(all.filter((sentence, at) => all.indexOf(sentence) !== at)).toEqual([]);
      }
    }
    const headlines = mentors.map(({ mentor }) => mentor?.headline);
    expect(new Set(headlines).size).toBeGreaterThan(headlines.length - 5);
  });

  it("have no gap left in their words", () => {
    for (const { mentor, mentee } of PEOPLE) {
      const texts = [mentor?.headline, mentor?.about, mentee?.headline, mentee?.about, mentee?.aims];
      for (const text of texts) expect(text ?? "").not.toMatch(/[[\]{}|]|undefined|\ba [aeio]\w/);
    }
  });
});

describe("the nine", () => {
  it("are who they should be", () => {
    expect(PEOPLE.slice(0, 9).map(({ name }) => name)).toEqual(NINE);
    expect(personOf("100004")).toMatchObject({ hasJoined: false, mentor: null, mentee: null });
    expect(personOf("100005").standing).toBe("lapsed");
    expect(personOf("100006")).toMatchObject({ staff: "admin", mentor: null, mentee: null });
    expect(personOf("100003").mentor && personOf("100003").mentee).toBeTruthy();
  });

  it("leads Amina to Gareth: nobody else has all that she looks for", () => {
    const amina = personOf("100001").mentee;
    const gareth = personOf("100002").mentor;
    if (!amina || !gareth) throw new Error("both should have their profiles");
    const suits = ({ mentor }: (typeof PEOPLE)[number]) =>
      mentor?.sector === amina.sector &&
      mentor.region === amina.region &&
      amina.topics.every((topic) => mentor.topics.includes(topic)) &&
      amina.methods.every((method) => mentor.methods.includes(method)) &&
      amina.languages.every((language) => mentor.languages.includes(language));
    expect(PEOPLE.filter(suits).map(({ name }) => name)).toEqual(["Gareth Pugh"]);
  });
});

describe("the writer", () => {
  it("takes the texts of a pool in turn, in wordings not used yet", () => {
    const writer = new Writer(new Random(1));
    const pool = ["[one|two] {a thing}"];
    const written = [writer.write(pool, { thing: "egg" }), writer.write(pool, { thing: "egg" })];
    expect(written.toSorted()).toEqual(["One an egg", "Two an egg"]);
  });

  it("knows its articles", () => {
    expect(["adviser", "nurse", "university lecturer", "underwriter"].map(withArticle)).toEqual([
      "an adviser",
      "a nurse",
      "a university lecturer",
      "an underwriter",
    ]);
  });
});

const NINE = [
  "Amina Okafor",
  "Gareth Pugh",
  "Priya Nair",
  "Tomas Lind",
  "Ruth Adler",
  "Helen Marsh",
  "Owen Hart",
  "Mei Tanaka",
  "Nia Evans",
];
