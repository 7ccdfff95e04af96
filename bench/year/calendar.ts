import { DAYS } from "./people";

const FIRST_DAY = Date.UTC(2026, 0, 1, 12);
const DAY = 24 * 60 * 60 * 1000;

/** The days of the year, from 0, and what is to happen on each. Days are counted in UTC, so that none has an hour more or less. */
export class Calendar {
  today = 0;
  private readonly agenda: (() => void)[][] = Array.from({ length: DAYS }, () => []);

  get now(): Date {
    return new Date(FIRST_DAY + this.today * DAY);
  }

  dayOf(at: Date): number {
    return (at.getTime() - FIRST_DAY) / DAY;
  }

  /** Today, where the day has passed; never, where it is in the next year. */
  on(day: number, act: () => void): void {
    this.agenda[Math.max(this.today, Math.floor(day))]?.push(act);
  }

  after(days: number, act: () => void): void {
    this.on(this.today + Math.round(days), act);
  }

  /** Lives through one day. An act may add another one for the same day. */
  live(day: number): void {
    this.today = day;
    for (const act of this.agenda[day] ?? []) act();
  }
}
