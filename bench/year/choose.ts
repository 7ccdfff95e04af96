import type { Random } from "@/demo/people/random";
import { habit } from "./behaviour";
import type { Mentor } from "./mentor";
import type { SimulatedMentee } from "./people";

/** The cards of a page of the list. */
const ON_A_PAGE = 20;
/** Of a mentor with fewer answers the card says that they are new. */
const NEW = 3;
const RATE_OF_NEW = 0.7;

/** The mentors of each topic, who never change. */
export class Directory {
  private readonly byTopic = new Map<number, Mentor[]>();

  constructor(mentors: Iterable<Mentor>) {
    for (const mentor of mentors)
      for (const topic of mentor.is.topics) this.byTopic.set(topic, [...(this.byTopic.get(topic) ?? []), mentor]);
  }

  /**
   * Up to `count` mentors whom somebody would ask on this day, dearest first: of those on the first page (most topics in common), by how
   * well known they are and, where cards show figures and the mentee reads them, by how they reply and how many wait.
   */
  choose(
    mentee: Pick<SimulatedMentee, "topics">,
    asked: ReadonlySet<string>,
    count: number,
    day: number,
    hasFigures: boolean,
    random: Random,
  ): Mentor[] {
    const page: Mentor[] = [];
    for (const tier of this.tiersFor(mentee)) {
      const listed = tier.filter(
        (mentor) => mentor.is.joins <= day && mentor.isAvailable(day) && !mentor.isFull && !asked.has(mentor.is.id),
      );
      const shuffled = random.some(listed, hasFigures ? listed.length : ON_A_PAGE - page.length);
      if (hasFigures) shuffled.sort((a, b) => sinks(a) - sinks(b));
      page.push(...shuffled.slice(0, ON_A_PAGE - page.length));
      if (page.length === ON_A_PAGE) break;
    }
    const reads = hasFigures && random.chance(habit("readsFigures"));
    const left = page.map((mentor) => [mentor, mentor.is.weight * (reads ? promise(mentor) : 1)] as const);
    const chosen: Mentor[] = [];
    while (chosen.length < count && left.length > 0) {
      const next = random.weighted(left);
      left.splice(
        left.findIndex(([mentor]) => mentor === next),
        1,
      );
      chosen.push(next);
    }
    return chosen;
  }

  /** Those with most topics in common, then those with one fewer, and so on. */
  private tiersFor({ topics }: Pick<SimulatedMentee, "topics">): Mentor[][] {
    const covers = new Map<Mentor, number>();
    for (const topic of topics)
      for (const mentor of this.byTopic.get(topic) ?? []) covers.set(mentor, (covers.get(mentor) ?? 0) + 1);
    const tiers: Mentor[][] = topics.map(() => []);
    for (const [mentor, count] of covers) tiers[topics.length - count]?.push(mentor);
    return tiers;
  }
}

function rateOf({ replied, expired }: Mentor): number {
  return replied + expired < NEW ? RATE_OF_NEW : replied / (replied + expired);
}

/** Silence first, then how many wait. */
function sinks(mentor: Mentor): number {
  return (rateOf(mentor) < 0.5 ? 100 : 0) + mentor.open.size;
}

function promise(mentor: Mentor): number {
  return (rateOf(mentor) * (mentor.is.capacity - mentor.places.size)) / (1 + mentor.open.size);
}
