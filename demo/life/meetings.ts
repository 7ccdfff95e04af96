import { dayOf, startOfDay } from "@/lib/foundation/dates";
import { decide } from "@/lib/mentoring/meetings/decide";
import type { Command, Decision, Meeting, Plan } from "@/lib/mentoring/meetings/meeting";
import { save } from "@/lib/mentoring/meetings/save";
import type { Settings } from "@/lib/society/settings/settings";
import { Random } from "../people/random";
import { idOf } from "../story/ids";
import { courseOf, metUntil, type Pair } from "./pairs";
import { personWith } from "./person";
import { DETAILS, TITLES } from "./words";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Pairs meet about once a month. */
const BETWEEN = [21, 34] as const;

/** The meetings of all pairs, by the product's own rules and saved by its own statement: held, called off, missed, and to come. */
export async function holdMeetings(pairs: readonly Pair[], suspended: ReadonlySet<string>, settings: Settings, now: Date) {
  const decisions = pairs.flatMap((pair) => new Diary(pair, settings, now).write(suspended));
  // What has been changed after it was arranged comes after all that was arranged.
  await save(
    decisions.filter(({ meeting }) => meeting.version === 1),
    null,
  );
  await save(
    decisions.filter(({ meeting }) => meeting.version > 1),
    null,
  );
}

class Diary {
  readonly #decisions: Decision[] = [];
  readonly #random: Random;
  #count = 0;

  constructor(
    readonly pair: Pair,
    readonly settings: Settings,
    readonly now: Date,
  ) {
    this.#random = new Random(Number.parseInt(pair.id.slice(0, 8), 16));
  }

  write(suspended: ReadonlySet<string>): Decision[] {
    const { pair, now } = this;
    const first = pair.firstConversationAt;
    const until = metUntil(pair, now);
    if (first) for (let at = this.#hour(first); at < until; at = this.#next(at)) this.#past(at, until);
    const isReachable = ![pair.menteeId, pair.mentorId].some((id) => suspended.has(id));
    if (!pair.endedAt && isReachable && courseOf(pair, now) === "meeting") this.#toCome(first === null);
    return this.#decisions;
  }

  /** Most were held; some were called off or missed, and of a few that have just been nobody has said yet how it was. */
  #past(at: Date, until: Date): void {
    const end = new Date(at.getTime() + HOUR);
    if (end >= until) return;
    const outcome = this.#count === 0 ? "held" : this.#outcome(at);
    const soonAfter = new Date(Math.min(end.getTime() + 2 * HOUR, this.now.getTime()));
    if (outcome === "held") return void this.#begin("log", at, soonAfter);
    const arranged = this.#begin("arrange", at, new Date(at.getTime() - 8 * DAY));
    if (!arranged || outcome === "unsaid") return;
    if (outcome === "cancelled") this.#then(arranged, "cancel", new Date(at.getTime() - 2 * DAY));
    else this.#then(arranged, "miss", soonAfter);
  }

  #outcome(at: Date) {
    const isRecent = at.getTime() > this.now.getTime() - 10 * DAY;
    return this.#random.weighted([
      ["held", 84],
      ["cancelled", 10],
      ["missed", 6],
      ["unsaid", isRecent ? 40 : 0],
    ] as const);
  }

  /** Those who have not met yet meet soon, if they have arranged to at all. Mei and Gareth have. */
  #toCome(isFirst: boolean): void {
    const isMei = personWith(this.pair.menteeId).number === "100008";
    if (isFirst && !isMei && !this.#random.chance(0.35)) return;
    const at = this.#hour(new Date(this.now.getTime() + (isMei ? 3 : this.#random.between(2, 20)) * DAY));
    const arrangedAt = new Date(Math.max(this.now.getTime() - 30 * HOUR, this.pair.startedAt.getTime() + HOUR));
    const arranged = this.#begin("arrange", at, arrangedAt);
    if (arranged && this.#random.chance(0.6)) this.#then(arranged, "accept", new Date(arrangedAt.getTime() + HOUR));
  }

  #begin(type: "arrange" | "log", startsAt: Date, at: Date): Meeting | null {
    const { id: relationshipId, menteeId, mentorId, startedAt } = this.pair;
    const { timeZone } = this.settings.society;
    const number = this.#count;
    this.#count += 1;
    const plan: Plan = {
      startsAt,
      endsAt: new Date(startsAt.getTime() + HOUR),
      method: this.#random.pick(this.settings.methods).id,
      sendsDetails: true,
      words: { title: TITLES[Math.min(number, TITLES.length - 1)] ?? TITLES[0], details: this.#random.pick(DETAILS) },
    };
    const notBefore = startOfDay(dayOf(startedAt, timeZone), timeZone) ?? startedAt;
    const memberId = this.#random.chance(0.6) ? menteeId : mentorId;
    return this.#take(
      null,
      {
        type,
        actor: { kind: "member", memberId },
        id: idOf("meeting", `${relationshipId}-${number}`),
        partners: { relationshipId, menteeId, mentorId },
        plan,
        circumstances: { timeZone, notBefore, unconfirmed: [] },
      },
      at,
    );
  }

  /** The other one calls it off, agrees to it, or says that it did not take place. */
  #then(meeting: Meeting, type: "cancel" | "miss" | "accept", at: Date): void {
    const memberId = meeting.organiserId === meeting.menteeId ? meeting.mentorId : meeting.menteeId;
    this.#take(meeting, { type, actor: { kind: "member", memberId }, seen: meeting.version }, at);
  }

  /** Nobody is told any more of what is long past. */
  #take(meeting: Meeting | null, command: Command, at: Date): Meeting | null {
    const decided = decide(meeting, command, at);
    if (!decided.ok) return null;
    const isNews = decided.meeting.status === "planned" && at.getTime() > this.now.getTime() - 2 * DAY;
    this.#decisions.push(isNews ? decided : { ...decided, notices: [] });
    return decided.meeting;
  }

  #next(at: Date): Date {
    return this.#hour(new Date(at.getTime() + this.#random.between(...BETWEEN) * DAY));
  }

  /** At a full or half hour of a working day. */
  #hour(at: Date): Date {
    const day = new Date(at);
    day.setUTCHours(this.#random.between(9, 17), this.#random.pick([0, 30]), 0, 0);
    const weekday = day.getUTCDay();
    return weekday === 0 || weekday === 6 ? new Date(day.getTime() + 2 * DAY) : day;
  }
}
