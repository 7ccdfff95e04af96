import type { Person } from "@/demo/people";
import { FIELDS } from "@/demo/people/fields/all";
import * as proposalWords from "@/demo/people/proposal-words";
import type { Random } from "@/demo/people/random";
import { Writer } from "@/demo/people/writer";
import type { ProposalWords } from "@/lib/pairing/proposals/proposal";

type Asking = Person & { mentee: NonNullable<Person["mentee"]> };
type Asked = Person & { mentor: NonNullable<Person["mentor"]> };

/** Writes proposals: what this mentee would write to that mentor. */
export class ProposalWriter {
  readonly #writer: Writer;

  constructor(random: Random) {
    this.#writer = new Writer(random);
  }

  write({ mentee }: Asking, { name, mentor }: Asked, random: Random): ProposalWords {
    const shared = mentee.topics.filter((topic) => mentor.topics.includes(topic));
    const topics = shared.length > 0 ? shared : mentee.topics.slice(0, 1);
    const methods = mentee.methods.filter((method) => mentor.methods.includes(method));
    const fillings = {
      mentor: name.split(" ")[0] ?? name,
      skill: random.pick(FIELDS[mentee.sector - 1]?.skills ?? ["writing"]),
    };
    return {
      objectives: topics.map((topic) => this.#writer.write(proposalWords.OBJECTIVES[topic] ?? [], fillings)).join(" "),
      topics,
      methods: methods.length > 0 ? methods : mentee.methods.slice(0, 1),
      meeting: this.#writer.write(proposalWords.MEETINGS),
      contribution: this.#writer.write(proposalWords.CONTRIBUTIONS),
    };
  }

  /** Why a mentor says no; some say nothing. */
  reason(random: Random): { because: number | null; reason: string | null } {
    const reason = random.chance(0.75) ? this.#writer.write(proposalWords.REASONS.map(([words]) => words)) : null;
    return { because: proposalWords.REASONS.find(([words]) => words === reason)?.[1] ?? null, reason };
  }
}

/** Some time between morning and late evening on the day so many days before `now`, and never after it. */
export function dayBefore(now: Date, days: number, random: Random): Date {
  const at = new Date(now.getTime() - days * 86_400_000);
  at.setUTCHours(random.between(7, 21), random.between(0, 59), random.between(0, 59), 0);
  const anHourAgo = new Date(now.getTime() - 3_600_000);
  return at < anHourAgo ? at : new Date(anHourAgo.getTime() - random.between(0, 3600) * 1000);
}
