import { addMonths } from "@/lib/foundation/dates";
import { type Refusal, refuse } from "@/lib/foundation/result";
import type { Role } from "@/lib/foundation/viewer";
import { isOpen } from "./access";
import { dueCommand } from "./deadlines";
import { decision, type Told } from "./decision";
import {
  type Actor,
  type Command,
  type Decision,
  EXTENSION_MONTHS,
  type RefusalReason,
  type Relationship,
} from "./relationship";

type Decided = Decision | Refusal<RefusalReason>;
/**
 * The whole rule of a relationship after it has begun. Takes it as it stands, a command and the time; returns what should
 * be true next, or a refusal. No effects, no clock.
 */
export function decide(relationship: Relationship, command: Command, now: Date): Decided {
  if (relationship.endedAt) return refuse("already-ended");
  if (isOwn(relationship, command.actor)) return refuse("own");
  if (!isTheirs(relationship, command)) return refuse("not-yours");
  if (command.type === "close") return close(relationship, command, now);
  if (command.type === "complete" || command.type === "remind") return beClock(relationship, command, now);
  // The date decides, not the sweep.
  if (!isOpen(relationship, now)) return refuse("already-ended");
  switch (command.type) {
    case "end":
      return end(relationship, command, now);
    case "hold-first-conversation":
      return holdFirstConversation(relationship, command, now);
    case "ask-extension":
      return askExtension(relationship, command, now);
    case "agree-extension":
      return agreeExtension(relationship, command, now);
    case "drop-extension":
      return dropExtension(relationship, command, now);
    case "end-by-staff":
      return endByStaff(relationship, command, now);
    case "extend-by-staff":
      return extendByStaff(relationship, command, now);
  }
}

/** Staff decide nothing that they have a part in. */
function isOwn({ menteeId, mentorId }: Relationship, actor: Actor): boolean {
  return actor.kind === "staff" && (actor.memberId === menteeId || actor.memberId === mentorId);
}

/** Who may give which command at all. */
function isTheirs({ menteeId, mentorId }: Relationship, { type, actor }: Command): boolean {
  if (type === "remind" || type === "complete") return actor.kind === "sweep";
  if (type === "close") return actor.kind === "system";
  if (type === "end-by-staff" || type === "extend-by-staff") return actor.kind === "staff";
  if (actor.kind !== "mentee" && actor.kind !== "mentor") return false;
  return actor.memberId === (actor.kind === "mentee" ? menteeId : mentorId);
}

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

function end(relationship: Relationship, command: Of<"end">, now: Date): Decided {
  const { actor, reason } = command;
  const by = roleOf(actor);
  const next: Relationship = { ...relationship, endedAt: now, endedBecause: by, endReason: reason };
  return decision(next, command, now, "ended", { because: by }, [[partnerOf(by), "relationship-ended", {}, "ended"]]);
}

function holdFirstConversation(relationship: Relationship, command: Of<"hold-first-conversation">, now: Date): Decided {
  const { actor, at } = command;
  if (relationship.firstConversationAt) return refuse("already-held");
  if (at > now) return refuse("not-yet");
  const next = { ...relationship, firstConversationAt: at };
  const told: Told = [partnerOf(roleOf(actor)), "first-conversation-held", {}, "first-conversation"];
  return decision(next, command, now, "first-conversation-held", {}, [told]);
}

function askExtension(relationship: Relationship, command: Of<"ask-extension">, now: Date): Decided {
  const { actor, months, timeZone } = command;
  if (!isOffered(months)) return refuse("unknown-months");
  if (relationship.extensionAskedBy) return refuse("already-asked");
  const by = roleOf(actor);
  const next = { ...relationship, extensionMonths: months, extensionAskedBy: by };
  const agreedUntil = addMonths(relationship.agreedUntil, months, timeZone);
  return decision(next, command, now, "extension-asked", { months }, [
    [partnerOf(by), "extension-asked", { months, agreedUntil }, `extension:${relationship.version}`],
  ]);
}

function agreeExtension(relationship: Relationship, command: Of<"agree-extension">, now: Date): Decided {
  const { actor, months, timeZone } = command;
  const { extensionMonths, extensionAskedBy } = relationship;
  const by = roleOf(actor);
  if (!extensionMonths || extensionAskedBy === by || extensionMonths !== months) return refuse("nothing-asked");
  const agreedUntil = addMonths(relationship.agreedUntil, months, timeZone);
  const next = { ...relationship, agreedUntil, extensionMonths: null, extensionAskedBy: null, asked: null };
  return decision(next, command, now, "extended", { months }, [
    [partnerOf(by), "extension-agreed", { months, agreedUntil }, `extended:${relationship.version}`],
  ]);
}

/** Second thoughts of the one who asked are told to nobody: the question is simply gone. */
function dropExtension(relationship: Relationship, command: Of<"drop-extension">, now: Date): Decided {
  const { actor } = command;
  const askedBy = relationship.extensionAskedBy;
  if (!askedBy) return refuse("nothing-asked");
  const next = { ...relationship, extensionMonths: null, extensionAskedBy: null };
  const told: Told[] =
    askedBy === roleOf(actor)
      ? []
      : [[askedBy, "extension-declined", { agreedUntil: relationship.agreedUntil }, `declined:${relationship.version}`]];
  return decision(next, command, now, "extension-dropped", {}, told);
}

function beClock(relationship: Relationship, command: Of<"remind" | "complete">, now: Date): Decided {
  const { type, timeZone } = command;
  const due = dueCommand(relationship, timeZone, now);
  if (due?.type !== type) return refuse("not-due");
  const { agreedUntil } = relationship;
  if (due.type === "remind") {
    const occasion = `ending:${agreedUntil.toISOString()}:${due.asked}`;
    return decision({ ...relationship, asked: due.asked }, command, now, "asked", { before: due.asked }, [
      ["mentee", "relationship-ending", { agreedUntil }, `${occasion}:mentee`],
      ["mentor", "relationship-ending", { agreedUntil }, `${occasion}:mentor`],
    ]);
  }
  const next: Relationship = { ...relationship, endedAt: agreedUntil, endedBecause: "completed" };
  return decision(next, command, now, "completed", {}, [
    ["mentee", "relationship-completed", {}, "completed:mentee"],
    ["mentor", "relationship-completed", {}, "completed:mentor"],
  ]);
}

/** The one who stays is told; the one who goes knows. */
function close(relationship: Relationship, command: Of<"close">, now: Date): Decided {
  const { because } = command;
  const next: Relationship = { ...relationship, endedAt: now, endedBecause: because };
  const stays = because === "mentor-left" ? "mentee" : "mentor";
  return decision(next, command, now, "closed", { because }, [[stays, "relationship-closed", {}, "closed"]]);
}

function endByStaff(relationship: Relationship, command: Of<"end-by-staff">, now: Date): Decided {
  const { reason, isShared } = command;
  const ended = { endedAt: now, endedBecause: "staff", endReason: reason, isReasonShared: isShared } as const;
  return decision({ ...relationship, ...ended }, command, now, "ended", { because: "staff", reasonShared: isShared }, [
    ["mentee", "relationship-ended-staff", {}, "ended:mentee"],
    ["mentor", "relationship-ended-staff", {}, "ended:mentor"],
  ]);
}

/** It answers what one of the two may have asked meanwhile. */
function extendByStaff(relationship: Relationship, command: Of<"extend-by-staff">, now: Date): Decided {
  const { months, timeZone } = command;
  if (!isOffered(months)) return refuse("unknown-months");
  const agreedUntil = addMonths(relationship.agreedUntil, months, timeZone);
  const next = { ...relationship, agreedUntil, extensionMonths: null, extensionAskedBy: null, asked: null };
  const occasion = `extended:${relationship.version}`;
  return decision(next, command, now, "extended", { months }, [
    ["mentee", "relationship-extended-staff", { months, agreedUntil }, `${occasion}:mentee`],
    ["mentor", "relationship-extended-staff", { months, agreedUntil }, `${occasion}:mentor`],
  ]);
}

function isOffered(months: number): boolean {
  return EXTENSION_MONTHS.some((offered) => offered === months);
}

function roleOf({ kind }: Actor): Role {
  return kind === "mentor" ? "mentor" : "mentee";
}

function partnerOf(role: Role): Role {
  return role === "mentor" ? "mentee" : "mentor";
}
