import pg from "pg";
import type { Moment } from "./child";

/**
 * Makes this process kill itself at its `nth` database statement: before it is sent, while it is running, or when its answer
 * has arrived but has not been read.
 */
export function dieAtStatement(nth: number, moment: Moment): void {
  let count = 0;
  const die = () => process.kill(process.pid, "SIGKILL");
  const query = pg.Client.prototype.query as (...given: unknown[]) => Promise<unknown> | undefined;
  const counting = function (this: pg.Client, ...given: unknown[]) {
    count += 1;
    if (count !== nth) return query.apply(this, given);
    if (moment === "unsent") die();
    if (moment === "sent") setImmediate(die);
    if (moment === "answered" && typeof given.at(-1) === "function") given[given.length - 1] = die;
    const answer = query.apply(this, given);
    return moment === "answered" ? answer?.then(die, die) : answer;
  };
  pg.Client.prototype.query = counting as typeof pg.Client.prototype.query;
}
