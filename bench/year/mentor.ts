import type { Random } from "@/demo/people/random";
import { habit } from "./behaviour";
import type { Manner, SimulatedMentor } from "./people";

const PAUSE_DAYS = 30;
/** Silent proposals in a row after which a mentor is no longer on offer. */
const MOST_IN_A_ROW = 2;

/** A mentor in the course of a year. */
export class Mentor {
  /** The place of each open relationship. */
  readonly places = new Map<string, number>();
  readonly open = new Set<string>();
  /** What became of proposals, for the card. */
  replied = 0;
  expired = 0;
  inARow = 0;
  received = 0;
  isOffered = true;

  constructor(
    readonly is: SimulatedMentor,
    private readonly random: Random,
  ) {}

  mannerOn(day: number): Manner {
    return day >= this.is.silentFrom ? "silent" : this.is.manner;
  }

  isAway(day: number): boolean {
    const { pausesOn } = this.is;
    return pausesOn !== null && day >= pausesOn && day < pausesOn + PAUSE_DAYS;
  }

  isAvailable(day: number): boolean {
    return this.isOffered && !this.isAway(day);
  }

  get isFull(): boolean {
    return this.places.size >= this.is.capacity;
  }

  /** In how many days a proposal is answered without a reminder, or null. */
  repliesIn(day: number): number | null {
    const manner = this.mannerOn(day);
    const isAnswered = this.random.chance(
      habit(manner === "prompt" ? "promptReplies" : manner === "slow" ? "slowReplies" : "silentReplies"),
    );
    return isAnswered ? 1 + Math.round(waitOf(this.random, habit(manner === "prompt" ? "promptDays" : "slowDays"))) : null;
  }

  heeds(day: number): boolean {
    return this.mannerOn(day) !== "silent" && this.random.chance(habit("heedsReminder"));
  }

  noteReply(): void {
    this.replied += 1;
    this.inARow = 0;
  }

  /** Whether the product takes them off the list now. */
  noteSilence(): boolean {
    this.expired += 1;
    this.inARow += 1;
    return this.inARow >= MOST_IN_A_ROW;
  }
}

/** Days until something that may happen on any day with the same chance. */
export function waitOf(random: Random, mean: number): number {
  return -Math.log(1 - random.next()) * mean;
}
