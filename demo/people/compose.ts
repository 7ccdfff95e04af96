import { listIds } from "@/demo/settings";
import { FIELDS } from "./fields/all";
import type { Field } from "./fields/field";
import * as menteeWords from "./mentee-words";
import * as mentorWords from "./mentor-words";
import { HERITAGES, type Heritage } from "./names";
import type { MenteePart, MentorPart } from "./person";
import type { Random } from "./random";
import { type Fillings, Writer } from "./writer";

const ids = listIds();
const TOPICS = [1, 2, 3, 4, 5, 6, 7];

/** Where members live, by weight. */
const REGIONS: readonly (readonly [string, number])[] = [
  ["Scotland", 9],
  ["Wales", 5],
  ["Northern Ireland", 3],
  ["North East England", 5],
  ["North West England", 11],
  ["Yorkshire and the Humber", 9],
  ["East Midlands", 8],
  ["West Midlands", 9],
  ["East of England", 8],
  ["London", 13],
  ["South East England", 11],
  ["South West England", 8],
  ["Channel Islands and Isle of Man", 1],
  ["Elsewhere in Europe", 2],
  ["Outside Europe", 2],
];

const METHODS: readonly (readonly [string, number])[] = [
  ["In person", 0.65],
  ["Video call", 0.9],
  ["Telephone", 0.5],
  ["E-mail", 0.4],
];

/** What a member is, before any words. */
export interface Outline {
  heritage: Heritage;
  sector: number;
  region: number;
  languages: number[];
}

export function drawOutline(random: Random): Outline {
  const heritage = random.weighted(HERITAGES.map((one) => [one, one.share]));
  const region = heritage.home && random.chance(0.6) ? heritage.home : random.weighted(REGIONS);
  const second = random.chance(heritage.share > 30 ? 0.12 : 0.6) ? [ids.languages(random.pick(heritage.languages))] : [];
  return {
    heritage,
    sector: random.between(1, FIELDS.length),
    region: ids.regions(region),
    languages: [ids.languages("English"), ...second],
  };
}

/** Writes the profiles of all, and so sees to it that they differ. */
export class Composer {
  readonly #random: Random;
  readonly #writer: Writer;

  constructor(random: Random) {
    this.#random = random;
    this.#writer = new Writer(random);
  }

  mentor({ sector, region, languages }: Outline): MentorPart {
    const random = this.#random;
    const field = fieldOf(sector);
    const yearsOfExperience = random.between(8, 36);
    const role = this.#writer.write(field.mentorRoles).toLowerCase();
    const topics = random.some(TOPICS, random.between(2, 4)).sort();
    const fillings = { ...this.#fillings(field, role), years: inWords(yearsOfExperience) };
    return {
      headline: `${capital(role)} – ${lower(this.#writer.write(mentorWords.HEADLINES))}`,
      about: this.#paragraphs(
        [field.openers, random.chance(0.8) && field.turns],
        [...random.some(topics, random.between(1, 2)).map((topic) => mentorWords.OFFERS[topic])],
        [mentorWords.STYLES, random.chance(0.3) && mentorWords.STYLES, random.chance(0.7) && mentorWords.ASIDES],
        fillings,
      ),
      topics,
      sector,
      region,
      yearsOfExperience,
      languages,
      methods: this.#methods(),
      capacity: random.weighted([
        [1, 40],
        [2, 40],
        [3, 15],
        [4, 5],
      ]),
      isAvailable: random.chance(0.94),
      answerHours: random.chance(0.12) ? null : random.pick([6, 14, 26, 31, 40, 52, 65, 80, 96, 130, 190, 260]),
    };
  }

  mentee({ sector, region, languages }: Outline): MenteePart {
    const random = this.#random;
    const field = fieldOf(sector);
    const role = this.#writer.write(field.menteeRoles).toLowerCase();
    const topics = random.some(
      TOPICS,
      random.weighted([
        [1, 2],
        [2, 5],
        [3, 3],
      ]),
    );
    const fillings = this.#fillings(field, role);
    const headlines = menteeWords.HEADLINES[topics[0] ?? 1] ?? [];
    return {
      headline: `${capital(role)} – ${lower(this.#writer.write(headlines))}`,
      about: this.#paragraphs(
        [field.situations],
        [random.chance(0.85) && menteeWords.REASONS, random.chance(0.35) && menteeWords.REASONS],
        [random.chance(0.6) && menteeWords.SIDES],
        fillings,
      ),
      aims: this.#paragraphs(
        [...topics.slice(0, 2).map((topic) => menteeWords.WISHES[topic])],
        [[`I hope to ${this.#hope(field)}.`]],
        [],
        fillings,
      ),
      topics: topics.sort(),
      sector,
      region,
      careerStage: this.#careerStage(role),
      languages,
      methods: this.#methods(),
    };
  }

  #hope(field: Field): string {
    return lower(this.#writer.write(field.hopes));
  }

  #fillings(field: Field, role: string): Fillings {
    return { role, place: lower(this.#writer.write(field.places)), skill: lower(this.#writer.write(field.skills)) };
  }

  #paragraphs(...given: [...(readonly (readonly string[] | false | undefined)[])[], Fillings]): string {
    const fillings = given.at(-1) as Fillings;
    const paragraphs = (given.slice(0, -1) as (readonly string[] | false | undefined)[][]).map((pools) =>
      pools.flatMap((pool) => (pool ? [this.#writer.write(pool, fillings)] : [])).join(" "),
    );
    return paragraphs.filter(Boolean).join("\n\n");
  }

  #methods(): number[] {
    const chosen = METHODS.filter(([, probability]) => this.#random.chance(probability)).map(([label]) => ids.methods(label));
    return chosen.length > 0 ? chosen : [ids.methods("Video call")];
  }

  #careerStage(role: string): number {
    if (/student|trainee|apprentice|pupil/.test(role)) return ids.careerStages("Student or trainee");
    if (/graduate|new|junior|assistant|early/.test(role)) return ids.careerStages("First years in practice");
    return ids.careerStages(
      this.#random.weighted([
        ["First years in practice", 4],
        ["Mid-career", 5],
        ["Senior", 2],
        ["Changing direction", 2],
        ["Returning after a break", 1],
      ]),
    );
  }
}

function fieldOf(sector: number): Field {
  const field = FIELDS[sector - 1];
  if (!field) throw new Error(`no field for sector ${sector}`);
  return field;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string) => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "zero ten twenty thirty".split(" ");

/** Up to thirty-nine. */
function inWords(number: number): string {
  if (number < 20) return ONES[number] ?? "";
  return [TENS[Math.floor(number / 10)], ...(number % 10 ? [ONES[number % 10]] : [])].join("-");
}
