import { PEOPLE, type Person } from "@/demo/people";
import { Random } from "@/demo/people/random";
import { idOf } from "./ids";
import { isSetAside, planNamed } from "./named";
import type { Step } from "./step";
import { dayBefore, ProposalWriter } from "./words";

const SEED = 20_261_121;
/** What became of the mentees, by weight. */
const FATES = [
  ["none", 20],
  ["active", 34],
  ["ended", 15],
  ["ended-and-open", 5],
  ["open", 15],
  ["unanswered", 5],
  ["rejected", 6],
  ["withdrawn", 5],
] as const;

type Mentor = Person & { mentor: NonNullable<Person["mentor"]> };
type Mentee = Person & { mentee: NonNullable<Person["mentee"]> };

/** Everything that happened in the society until `now`: the same every time, but for the dates. */
export function plan(now: Date): Step[] {
  const random = new Random(SEED);
  const writer = new ProposalWriter(random);
  const free = new Map(mentors().map((mentor) => [mentor, mentor.mentor.capacity]));
  const steps = planNamed(now, writer);
  for (const mentee of mentees()) steps.push(...new Story(mentee, random, writer, free, now).tell(random.weighted(FATES)));
  return steps.filter((step) => step.at < now);
}

function mentors(): Mentor[] {
  return PEOPLE.filter((person): person is Mentor => {
    const isUsual = !isSetAside(person) && person.hasJoined && person.standing === "current";
    return isUsual && (person.mentor?.isAvailable ?? false);
  });
}

function mentees(): Mentee[] {
  return PEOPLE.filter((person): person is Mentee => {
    return !isSetAside(person) && person.hasJoined && person.standing === "current" && person.mentee !== null;
  });
}

class Story {
  readonly #steps: Step[] = [];
  readonly #asked = new Set<string>();

  constructor(
    readonly mentee: Mentee,
    readonly random: Random,
    readonly writer: ProposalWriter,
    readonly free: Map<Mentor, number>,
    readonly now: Date,
  ) {
    this.#asked.add(mentee.number);
  }

  tell(fate: (typeof FATES)[number][0]): Step[] {
    const { random } = this;
    if (fate === "active") this.#active();
    if (fate === "ended" || fate === "ended-and-open") this.#ended();
    if (fate === "open" || fate === "ended-and-open") {
      for (
        let i = random.weighted([
          [1, 5],
          [2, 3],
          [3, 2],
        ]);
        i > 0;
        i--
      )
        this.#open();
    }
    if (fate === "unanswered") this.#send(random.between(23, 90));
    if (fate === "rejected") this.#rejected(random.between(5, 120));
    if (fate === "withdrawn") this.#withdrawn(random.between(4, 90));
    return this.#steps;
  }

  #active(): void {
    const age = this.random.pick([9, 16, 23, 34, 48, 61, 75, 90, 118, 140, 165, 190, 215, 240, 270, 300, 325, 345]);
    if (this.random.chance(0.25)) this.#rejected(age + this.random.between(20, 50));
    if (this.random.chance(0.15)) this.#send(age + this.random.between(30, 60));
    // A second proposal, closed when the first is accepted.
    if (this.random.chance(0.2)) this.#send(age + 1);
    const sent = this.#send(age, true);
    if (sent) this.#answer(sent, "accept");
  }

  #ended(): void {
    const age = this.random.between(150, 420);
    const sent = this.#send(age);
    if (!sent) return;
    this.#answer(sent, "accept");
    const because = this.random.weighted([
      ["completed", 6],
      ["mentee", 2],
      ["mentor", 1],
    ] as const);
    const lasted = because === "completed" ? this.random.between(110, 138) : this.random.between(40, 110);
    this.#steps.push({
      at: dayBefore(this.now, Math.max(age - lasted, 24), this.random),
      proposal: sent.id,
      type: "end",
      because,
    });
  }

  #open(): void {
    const days = this.random.between(0, 19);
    const sent = this.#send(days);
    if (!sent) return;
    const { random } = this;
    if (days > 4 && random.chance(0.25)) {
      const words = this.writer.write(this.mentee, sent.mentor, random);
      this.#steps.push({ at: dayBefore(this.now, days - 2, random), proposal: sent.id, type: "edit", words });
    } else if (days > 6 && random.chance(0.15)) {
      this.#steps.push({ at: dayBefore(this.now, days - 2, random), proposal: sent.id, type: "withdraw" });
      this.#steps.push({ at: dayBefore(this.now, days - 4, random), proposal: sent.id, type: "reopen", by: "mentee" });
    }
  }

  #rejected(days: number): void {
    const sent = this.#send(days);
    if (sent) this.#answer(sent, "reject");
  }

  #withdrawn(days: number): void {
    const sent = this.#send(days);
    if (sent) {
      const at = dayBefore(this.now, days - this.random.between(1, 3), this.random);
      this.#steps.push({ at, proposal: sent.id, type: "withdraw" });
    }
  }

  #send(days: number, takesPlace = false): { id: string; mentor: Mentor; at: Date } | null {
    const mentor = this.#choose();
    if (!mentor) return null;
    if (takesPlace) this.free.set(mentor, (this.free.get(mentor) ?? 0) - 1);
    this.#asked.add(mentor.number);
    const id = idOf("proposal", `${this.mentee.number}-${mentor.number}`);
    const at = dayBefore(this.now, days, this.random);
    const words = this.writer.write(this.mentee, mentor, this.random);
    const pair = { menteeId: idOf("member", this.mentee.number), mentorId: idOf("member", mentor.number) };
    this.#steps.push({ at, proposal: id, type: "send", ...pair, words });
    return { id, mentor, at };
  }

  /** A mentor with a place free who fits, as members would choose. */
  #choose(): Mentor | null {
    const { mentee } = this.mentee;
    let best: { mentor: Mentor; score: number } | null = null;
    for (const [mentor, places] of this.free) {
      if (places < 1 || this.#asked.has(mentor.number)) continue;
      const shared = mentor.mentor.topics.filter((topic) => mentee.topics.includes(topic)).length;
      const isNear = mentor.mentor.region === mentee.region;
      const score =
        shared * 3 + Number(mentor.mentor.sector === mentee.sector) * 3 + Number(isNear) * 2 + this.random.next() * 5;
      if (!best || score > best.score) best = { mentor, score };
    }
    return best?.mentor ?? null;
  }

  #answer({ id, mentor, at }: { id: string; mentor: Mentor; at: Date }, type: "accept" | "reject"): void {
    const usual = mentor.mentor.answerHours ?? 50;
    const answered = new Date(at.getTime() + usual * (0.7 + this.random.next() * 0.6) * 3_600_000);
    if (type === "accept") this.#steps.push({ at: answered, proposal: id, type });
    else this.#steps.push({ at: answered, proposal: id, type, ...this.writer.reason(this.random) });
  }
}
