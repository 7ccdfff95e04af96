import { type Refusal, refuse } from "@/lib/foundation/result";
import type { Role } from "@/lib/foundation/viewer";
import { isOpen } from "@/lib/pairing/relationships/access";
import type { Settings } from "@/lib/society/settings/settings";
import type { Actor, Case, Command, Decision, RefusalReason } from "./check-in";
import { answerOf, dueCommand, isAnswerable, isPaused, isSettled } from "./deadlines";
import { decision, linksOf, type Told } from "./decision";
import type { Answer } from "./question";

type Rules = Pick<Settings, "relationships" | "society">;
type Decided = Decision | Refusal<RefusalReason>;
type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * The whole rule of asking two partners how it goes. Takes the case as it stands, a command, the settings and the time; returns
 * what should be true next, or a refusal. No effects, no clock.
 */
export function decide(one: Case, actor: Actor, command: Command, settings: Rules, now: Date): Decided {
  if (command.type === "ask" || command.type === "hand" || command.type === "resume" || command.type === "look") {
    return actor.kind === "sweep" ? beClock(one, actor, command, settings, now) : refuse("not-yours");
  }
  if (actor.kind === "sweep" || !isTheirs(one, actor)) return refuse("not-yours");
  // The date decides, not the sweep.
  if (!isOpen(one, now)) return refuse("ended");
  switch (command.type) {
    case "answer":
      return answer(one, actor, command, settings, now);
    case "ask-pause":
      return askPause(one, actor, command, settings, now);
    case "agree-pause":
      return agreePause(one, actor, command, settings, now);
    case "drop-pause":
      return dropPause(one, actor, settings, now);
  }
}

type Member = Extract<Actor, { kind: Role }>;

function isTheirs({ menteeId, mentorId }: Case, { kind, memberId }: Member): boolean {
  return memberId === (kind === "mentee" ? menteeId : mentorId);
}

const NOBODY_WAITS = { waiting: null, chasedAt: null, handedAt: null } as const;

function beClock(
  one: Case,
  actor: Actor,
  command: Of<"ask" | "hand" | "resume" | "look">,
  settings: Rules,
  now: Date,
): Decided {
  // Partners who have met since no longer wait. After the end we keep who was waiting, because the queue asks for it.
  const known = isOpen(one, now) && isSettled(one) ? { ...one, ...NOBODY_WAITS } : one;
  if (command.type === "look") return decision(known, actor, settings, now, null);
  const due = dueCommand(known, settings, now);
  if (due?.type !== command.type || (due.type === "ask" && command.type === "ask" && due.question !== command.question))
    return refuse("not-due");
  if (due.type === "ask") return ask(known, actor, due.question, settings, now);
  if (due.type === "resume") return resume(known, actor, settings, now);
  return decision({ ...known, handedAt: now }, actor, settings, now, "partner-silent", [
    [known.waiting ?? "mentee", "partner-silent", `silent:${known.round}`],
  ]);
}

function ask(one: Case, actor: Actor, question: NonNullable<Case["question"]>, settings: Rules, now: Date): Decision {
  const { timeZone } = settings.society;
  const next: Case = {
    ...one,
    ...NOBODY_WAITS,
    question,
    round: one.round + 1,
    askedAt: now,
    menteeAnswer: null,
    mentorAnswer: null,
  };
  const kind = question === "met" ? "have-you-met" : "still-meeting";
  const told = (to: Role): Told => [to, kind, `asked:${next.round}`, linksOf(next, timeZone)];
  return decision(next, actor, settings, now, "asked-how-it-goes", [told("mentee"), told("mentor")]);
}

/** The day until which both wanted to pause has come: neither has to remember it. */
function resume(one: Case, actor: Actor, settings: Rules, now: Date): Decision {
  const pauseUntil = one.pausedUntil?.toISOString();
  const told = (to: Role): Told => [to, "pause-ended", `pause-ended:${one.pausedUntil?.getTime()}`, { pauseUntil }];
  return decision(one, actor, settings, now, "pause-ended", [told("mentee"), told("mentor")]);
}

/** A member may change their answer as long as the question is open. */
function answer(one: Case, actor: Member, { round, answer }: Of<"answer">, settings: Rules, now: Date): Decided {
  if (round !== one.round || !isAnswerable(one, now, settings.society.timeZone)) return refuse("nothing-asked");
  const me = actor.kind;
  if (answerOf(one, me) === answer) return refuse("nothing-changed");
  const given: Case = { ...one, [me === "mentee" ? "menteeAnswer" : "mentorAnswer"]: answer };
  const say = (next: Case, told: readonly Told[] = []) => decision(next, actor, settings, now, "answered-how-it-goes", told);
  if (answer === "no-reply") return noReply(given, me, say, settings, now);
  // The relationship's own command ends it; here we only keep the answer, and who was waiting.
  if (answer === "not-going") return say(given);
  return say({ ...given, ...NOBODY_WAITS, countsFrom: now }, one.waiting === partnerOf(me) ? [goodNews(one, me, answer)] : []);
}

function goodNews({ round, version }: Case, me: Role, answer: Answer): Told {
  return [partnerOf(me), answer === "date" ? "partner-has-date" : "partner-has-met", `news:${round}.${version}`];
}

/** The partner is asked, kindly. Where both wait for each other, both are told so, and nobody has been silent. */
function noReply(
  one: Case,
  me: Role,
  say: (next: Case, told: readonly Told[]) => Decision,
  settings: Rules,
  now: Date,
): Decision {
  const partner = partnerOf(me);
  if (answerOf(one, partner) === "no-reply") {
    const both = (to: Role): Told => [to, "both-waiting", `both:${one.round}.${one.version}`];
    return say({ ...one, ...NOBODY_WAITS, countsFrom: now }, [both("mentee"), both("mentor")]);
  }
  // The partner may have said something else before: they are asked anew.
  const asked: Case = { ...one, [partner === "mentee" ? "menteeAnswer" : "mentorAnswer"]: null };
  const next: Case = { ...asked, waiting: me, chasedAt: now, handedAt: null };
  const data = { ...linksOf(next, settings.society.timeZone), ...(one.question === "still" && { isStill: true }) };
  return say(next, [[partner, "partner-waits", `waits:${one.round}`, data]]);
}

/** A new suggestion replaces one's own before. */
function askPause(one: Case, actor: Member, { until }: Of<"ask-pause">, settings: Rules, now: Date): Decided {
  if (until >= one.agreedUntil) return refuse("after-the-end");
  if (one.pauseAskedBy === partnerOf(actor.kind) || isPaused(one, now)) return refuse("already-asked");
  const next: Case = { ...one, pauseAskedBy: actor.kind, pauseAskedUntil: until };
  return decision(next, actor, settings, now, "pause-suggested", [
    [partnerOf(actor.kind), "pause-suggested", `pause:${one.version}`, { pauseUntil: until.toISOString() }],
  ]);
}

function agreePause(one: Case, actor: Member, { until }: Of<"agree-pause">, settings: Rules, now: Date): Decided {
  const { pauseAskedBy, pauseAskedUntil } = one;
  if (pauseAskedBy !== partnerOf(actor.kind) || +(pauseAskedUntil ?? 0) !== +until || until <= now)
    return refuse("nothing-asked");
  const paused = { pausedUntil: until, pauseAskedBy: null, pauseAskedUntil: null, countsFrom: until };
  const next: Case = { ...one, ...paused, ...NOBODY_WAITS };
  return decision(next, actor, settings, now, "pause-agreed", [
    [pauseAskedBy, "pause-agreed", `paused:${one.version}`, { pauseUntil: until.toISOString() }],
  ]);
}

/** A no to a suggestion, second thoughts about one's own, or the early end of a pause, which takes only one. */
function dropPause(one: Case, actor: Member, settings: Rules, now: Date): Decided {
  const { pauseAskedBy } = one;
  const wasPaused = isPaused(one, now);
  if (!wasPaused && !pauseAskedBy) return refuse("nothing-asked");
  // A pause that ends early ends now: staff see two who have just come back, not two who are silent.
  const pausedUntil = wasPaused ? now : one.pausedUntil;
  const next: Case = { ...one, pausedUntil, pauseAskedBy: null, pauseAskedUntil: null, countsFrom: now };
  const partner = partnerOf(actor.kind);
  const told: Told[] = wasPaused
    ? [[partner, "pause-over", `resumed:${one.version}`]]
    : pauseAskedBy === partner
      ? [[partner, "pause-declined", `not-paused:${one.version}`]]
      : [];
  return decision(next, actor, settings, now, "pause-dropped", told);
}

export function partnerOf(role: Role): Role {
  return role === "mentor" ? "mentee" : "mentor";
}
