import { addMonths } from "@/lib/foundation/dates";
import { type Refusal, refuse } from "@/lib/foundation/result";
import { auditedAs } from "@/lib/society/audit/fact";
import { dueMove, nextDue } from "./deadlines";
import {
  type Actor,
  type Command,
  type CommandType,
  type Dates,
  type Decision,
  type Description,
  type Move,
  type Programme,
  type RefusalReason,
  SOCIETY_SCHEME,
  type Status,
} from "./programme";

type Decided = Decision | Refusal<RefusalReason>;

/** From which statuses each move leads. The society's own scheme makes none of them. */
const FROM: Readonly<Record<Move, readonly Status[]>> = {
  open: ["draft"],
  "close-joining": ["open", "matching", "running"],
  "open-joining": ["open", "matching", "running"],
  "start-matching": ["open"],
  start: ["open", "matching"],
  close: ["open", "matching", "running"],
  reopen: ["closed"],
  archive: ["draft", "closed"],
  restore: ["archived"],
};

/**
 * The whole rule of a programme. Takes it as it stands (null before it is made), a command, and the time; returns what should be
 * true next, or a refusal. No effects, no clock.
 */
export function decide(programme: Programme | null, command: Command, now: Date): Decided {
  if (command.type === "create") return programme ? refuse("already-there") : create(command, now);
  if (!programme) return refuse("not-there");
  if (command.type === "edit") return edit(programme, command.description, command.actor, now);
  if (command.type === "copy") return copy(programme, command, now);
  return move(programme, command.type, command.actor, now);
}

function create({ actor, id, description }: Extract<Command, { type: "create" }>, now: Date): Decided {
  const fresh = { ...inItsTime(description), id, status: "draft" as const, takesMembers: false, copiedFromId: null };
  return decision({ ...fresh, createdAt: now, movedAt: now, dueAt: null, version: 0 }, "create", actor, now);
}

function edit(programme: Programme, typed: Description, actor: Actor, now: Date): Decided {
  if (programme.status === "closed" || programme.status === "archived") return refuse("not-now");
  // Members have joined it as what it is.
  if (programme.status !== "draft" && typed.time !== programme.time) return refuse("time-fixed");
  const description = programme.id === SOCIETY_SCHEME ? ofTheScheme(programme, typed) : inItsTime(typed);
  const next = { ...programme, ...description };
  if (JSON.stringify(next) === JSON.stringify(programme)) return refuse("nothing-changed");
  return decision(next, "edit", actor, now);
}

/** Of the society's own scheme only its words are changed here: its days and limits are the society's settings. */
function ofTheScheme({ own, time, finding, needsApproval, ...dates }: Programme, { name, forWhom }: Description): Description {
  const { opensAt, joinUntil, matchingAt, startsAt, endsAt } = dates;
  return { name, forWhom, time, finding, needsApproval, own, opensAt, joinUntil, matchingAt, startsAt, endsAt };
}

const NO_DATES: Dates = { opensAt: null, joinUntil: null, matchingAt: null, startsAt: null, endsAt: null };

/** What is always open has no dates. */
function inItsTime(description: Description): Description {
  return description.time === "always" ? { ...description, ...NO_DATES } : description;
}

function move(programme: Programme, type: Move, actor: Actor, now: Date): Decided {
  if (actor.kind === "sweep" && dueMove(programme, now) !== type) return refuse("not-now");
  if (programme.id === SOCIETY_SCHEME) return refuse("society-scheme");
  if (!FROM[type].includes(programme.status)) return refuse("not-now");
  if (programme.time === "always" && (type === "start-matching" || type === "start")) return refuse("not-an-intake");
  // The sweep would close it again at once.
  const isOver = programme.endsAt !== null && programme.endsAt <= now;
  if ((type === "open" || type === "reopen") && isOver) return refuse("end-past");
  if (type === "open-joining" && programme.takesMembers) return refuse("not-now");
  if (type === "close-joining" && !programme.takesMembers) return refuse("not-now");
  return decision({ ...programme, ...after(programme, type, now) }, type, actor, now);
}

/** What a move changes, beside what every decision does. A date that staff go against has had its time. */
function after(programme: Programme, type: Move, now: Date): Partial<Programme> {
  const until = programme.joinUntil !== null && programme.joinUntil <= now ? null : programme.joinUntil;
  switch (type) {
    case "open":
      return { status: "open", takesMembers: true, movedAt: now };
    case "close-joining":
      return { takesMembers: false };
    case "open-joining":
      return { takesMembers: true, joinUntil: until };
    case "start-matching":
      return { status: "matching", takesMembers: false, movedAt: now };
    case "start":
      return { status: "running", takesMembers: false, movedAt: now };
    case "close":
      return { status: "closed", takesMembers: false, movedAt: now };
    case "reopen":
      return programme.time === "always"
        ? { status: "open", takesMembers: true, movedAt: now }
        : { status: "running", takesMembers: false, movedAt: now };
    case "archive":
      return { status: "archived", movedAt: now };
    case "restore":
      return { status: "closed", movedAt: now };
  }
}

/** Another one like it, as a draft: of an intake with its dates a year later. */
function copy(programme: Programme, { actor, id, timeZone }: Extract<Command, { type: "copy" }>, now: Date): Decided {
  const later = (at: Date | null) => at && addMonths(at, 12, timeZone);
  const fresh: Programme = {
    ...programme,
    id,
    name: nameOfCopy(programme.name),
    status: "draft",
    takesMembers: false,
    opensAt: later(programme.opensAt),
    joinUntil: later(programme.joinUntil),
    matchingAt: later(programme.matchingAt),
    startsAt: later(programme.startsAt),
    endsAt: later(programme.endsAt),
    copiedFromId: programme.id,
    createdAt: now,
    movedAt: now,
    dueAt: null,
    version: 0,
  };
  return decision(fresh, "copy", actor, now);
}

/** "Newly qualified 2027", from that of 2026. */
function nameOfCopy(name: string): string {
  const next = name.replace(/\b(20\d\d)\b/g, (year) => String(Number(year) + 1));
  return next === name ? `${name} (copy)`.slice(0, 80) : next;
}

const FACTS: Readonly<Record<CommandType, string>> = {
  create: "programme-made",
  edit: "programme-changed",
  open: "programme-opened",
  "close-joining": "joining-closed",
  "open-joining": "joining-opened",
  "start-matching": "matching-started",
  start: "programme-started",
  close: "programme-closed",
  reopen: "programme-reopened",
  archive: "programme-archived",
  restore: "programme-restored",
  copy: "programme-copied",
};

function decision(next: Programme, command: CommandType, actor: Actor, now: Date): Decision {
  const programme = { ...next, dueAt: nextDue(next), version: next.version + 1 };
  return {
    ok: true,
    programme,
    command,
    facts: [
      {
        at: now,
        actor: auditedAs(actor.kind),
        actorId: "memberId" in actor ? actor.memberId : null,
        fact: FACTS[command],
        subject: "programme",
        subjectId: programme.id,
        data: { name: programme.name },
      },
    ],
  };
}

/** The programme as it is at this instant: the date decides, whether or not the sweep has come by. */
export function asOf(programme: Programme, now: Date): Programme {
  const due = dueMove(programme, now);
  const decided = due && decide(programme, { type: due, actor: { kind: "sweep" } }, now);
  return decided?.ok ? asOf({ ...decided.programme, version: programme.version }, now) : programme;
}
