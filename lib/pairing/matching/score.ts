/** What a mentee looks for, as their profile says. Empty lists and nulls are no wish. */
export interface Wanted {
  topics: readonly number[];
  methods: readonly number[];
  languages: readonly number[];
  sector: number | null;
  region: number | null;
}

/** What a mentor is compared by. */
export interface Offer extends Wanted {
  answerHours: number | null;
}

/** How well a mentor fits. Topics come first; points only decide between mentors who cover equally many. */
export interface Score {
  /** How many of the wanted topics the mentor covers. */
  covers: number;
  points: number;
}

/**
 * How many points a method, a language and so on count when the two have it in common. Being able to meet and talk outweighs everything else together; a shared
 * field or region makes it easier; a quick answer makes up for little.
 */
export const WEIGHTS = { method: 10, language: 10, sector: 4, region: 3 } as const;

/** Points for answering within so many hours as a rule, quickest first. */
export const ANSWER_STEPS = [
  { withinHours: 48, points: 2 },
  { withinHours: 120, points: 1 },
] as const;

export const QUICK = ANSWER_STEPS[0];

export const NO_WISH: Wanted = { topics: [], methods: [], languages: [], sector: null, region: null };

export function scoreOf(wanted: Wanted, offer: Offer): Score {
  return {
    covers: common(wanted.topics, offer.topics).length,
    points:
      (common(wanted.methods, offer.methods).length > 0 ? WEIGHTS.method : 0) +
      (common(wanted.languages, offer.languages).length > 0 ? WEIGHTS.language : 0) +
      (isSame(wanted.sector, offer.sector) ? WEIGHTS.sector : 0) +
      (isSame(wanted.region, offer.region) ? WEIGHTS.region : 0) +
      answerPoints(offer.answerHours),
  };
}

/** The most points that a mentor can have in the eyes of this mentee. */
export function mostPoints(wanted: Wanted): number {
  return scoreOf(wanted, { ...wanted, answerHours: QUICK.withinHours }).points;
}

export function common(wanted: readonly number[], offered: readonly number[]): number[] {
  return wanted.filter((id) => offered.includes(id));
}

export function isSame(wanted: number | null, offered: number | null): boolean {
  return wanted !== null && wanted === offered;
}

function answerPoints(hours: number | null): number {
  if (hours === null) return 0;
  return ANSWER_STEPS.find((step) => hours <= step.withinHours)?.points ?? 0;
}
