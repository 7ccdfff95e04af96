import type { Random } from "@/demo/people/random";
import { type Habit, habit } from "./behaviour";
import type { Calendar } from "./calendar";
import { type Mentor, waitOf } from "./mentor";
import type { Mentee, Pair } from "./records";
import type { Rules } from "./rules";

/** The days after an acceptance on which both are asked whether they have met. */
const ASKED_ON = [4, 10, 21];
const WEEK = 7;

/** What becomes of two people after an acceptance. */
export class Pairs {
  readonly all: Pair[] = [];

  constructor(
    private readonly calendar: Calendar,
    private readonly rules: Rules,
    private readonly random: Random,
    /** Tells that the two have ended, and whether the mentee wants somebody else at once. */
    private readonly ended: (pair: Pair, looksFurther: boolean) => void,
  ) {}

  begin(id: string, mentee: Mentee, mentor: Mentor): void {
    const pair: Pair = {
      id,
      menteeId: mentee.id,
      mentorId: mentor.is.id,
      began: this.calendar.today,
      metOn: null,
      isOver: false,
    };
    this.all.push(pair);
    const meet = () => {
      if (isWaiting(pair) && mentor.mannerOn(this.calendar.today) !== "silent") pair.metOn = this.calendar.today;
    };
    if (this.happens("meetsBySelf")) this.calendar.after(1 + waitOf(this.random, habit("meetsAfterDays")), meet);
    if (this.happens("endsEarly")) this.calendar.after(this.random.between(60, 330), () => this.end(pair, false));
    if (!this.rules.haveYouMet) return;
    for (const day of ASKED_ON) this.calendar.after(day, () => this.haveYouMet(pair, mentee, meet));
  }

  private haveYouMet(pair: Pair, mentee: Mentee, meet: () => void): void {
    if (!isWaiting(pair)) return;
    if (this.happens("meetsAfterQuestion")) {
      this.calendar.after(this.random.between(1, WEEK), meet);
      return;
    }
    if (!this.happens("saysNoReply")) return;
    // The partner is asked once more. After a week of silence, whoever waited may go.
    if (this.happens("meetsAfterQuestion")) this.calendar.after(this.random.between(1, WEEK), meet);
    this.calendar.after(WEEK, () => {
      if (!isWaiting(pair)) return;
      mentee.hasWaitedInVain = true;
      this.end(pair, true);
    });
  }

  private end(pair: Pair, looksFurther: boolean): void {
    if (pair.isOver) return;
    pair.isOver = true;
    this.ended(pair, looksFurther);
  }

  private happens(name: Habit): boolean {
    return this.random.chance(habit(name));
  }
}

function isWaiting({ isOver, metOn }: Pair): boolean {
  return !isOver && metOn === null;
}
