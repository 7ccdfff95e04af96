import { sayDate } from "@/lib/foundation/dates";
import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { ProgrammeRefusal } from "./commands";
import type { Finding, Move, Programme, ProgrammeTime, Status, Tool } from "./programme";

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: "Draft, visible to staff only",
  open: "Open",
  matching: "Matching",
  running: "Running",
  closed: "Closed",
  archived: "Archived",
};

export const TOOL_WORDS: Readonly<Record<Tool, string>> = {
  swot: "SWOT",
  "g-star": "G-STAR",
  goals: "Goals",
  reflections: "Reflections for the CPD record",
};

/** Where it stands, for staff: "Open, nobody new can join". */
export function sayStatus({ status, takesMembers, time }: Pick<Programme, "status" | "takesMembers" | "time">): string {
  if (status === "open" && !takesMembers) return "Open, but nobody new can join";
  if (status === "open" && time === "intake") return "Open to join";
  if ((status === "matching" || status === "running") && takesMembers) return `${STATUS_WORDS[status]}, and open to join`;
  return STATUS_WORDS[status];
}

export function sayTime(time: ProgrammeTime): string {
  return time === "always" ? "Always open" : "An intake with dates";
}

export function sayFinding(finding: Finding, { mentors }: Settings["words"]): string {
  if (finding === "members") return `Members choose their ${mentors}`;
  return finding === "staff" ? "Staff match people" : "Members choose, and staff match people too";
}

/** What members read about it besides for whom it is. */
export function sayForMembers({ status, finding, needsApproval, own }: Programme, words: Settings["words"]): string {
  if (status === "closed") return "This programme has closed. Your relationships carry on.";
  const found = {
    members: `${capital(words.mentees)} choose their ${words.mentors} themselves.`,
    staff: "The society suggests who would fit together.",
    both: `${capital(words.mentees)} choose their ${words.mentors} themselves, and the society suggests who would fit together too.`,
  }[finding];
  const begins = own.beginsAtOnce
    ? " When the society brings two people together, their relationship begins at once, and either can end it."
    : "";
  return needsApproval ? `${found}${begins} The society looks at every application.` : `${found}${begins}`;
}

/** Its next date in words; null when there is none to come. */
export function sayNextDate(programme: Programme, now: Date, timeZone: string): string | null {
  const { status, takesMembers } = programme;
  const on = (at: Date) => sayDate(at, now, timeZone);
  // A last day is over when the next one begins.
  const before = (at: Date) => on(new Date(at.getTime() - 1));
  const isToCome = (at: Date | null): at is Date => at !== null && at > now;
  if (status === "draft") return isToCome(programme.opensAt) ? `Opens by itself on ${on(programme.opensAt)}` : null;
  if (takesMembers && isToCome(programme.joinUntil)) return `Members can join until ${before(programme.joinUntil)}`;
  if (status === "open" && isToCome(programme.matchingAt)) return `Matching begins on ${on(programme.matchingAt)}`;
  if ((status === "open" || status === "matching") && isToCome(programme.startsAt))
    return `Starts on ${on(programme.startsAt)}`;
  const isUnderWay = status === "open" || status === "matching" || status === "running";
  return isUnderWay && isToCome(programme.endsAt) ? `Its last day is ${before(programme.endsAt)}` : null;
}

/** The button for each move, and what its press does. */
export const MOVES: Readonly<Record<Move, { button: string; effect: string }>> = {
  open: { button: "Open", effect: "Members can see it and join it." },
  "close-joining": { button: "Stop taking members", effect: "Nobody new can join. Members who have joined stay in it." },
  "open-joining": {
    button: "Take members again",
    effect: "Members can join it again, even if its last day to join has passed.",
  },
  "start-matching": { button: "Start matching", effect: "Nobody new can join, and those who have joined can find each other." },
  start: { button: "Start", effect: "Nobody new can join. Those without a partner can still find one." },
  close: {
    button: "Close",
    effect: "No new proposals are sent in it. Open proposals can still be answered, and relationships carry on.",
  },
  reopen: { button: "Reopen", effect: "It goes on where it was closed." },
  archive: { button: "Archive", effect: "It leaves every list but this one. Nothing is deleted." },
  restore: { button: "Bring back", effect: "It is in the lists again, as a closed programme." },
};

export function sayProgrammeRefusal(reason: ProgrammeRefusal): string {
  switch (reason) {
    case "not-staff":
      return "Only staff can do this.";
    case "not-there":
      return "This programme does not exist.";
    case "already-there":
      return "You have sent this form before, with other words. Its programme is in the list: open it to change it.";
    case "society-scheme":
      return "Every society has this programme, and it is always open.";
    case "not-now":
      return "This is not possible as the programme stands now. Please open the page again.";
    case "not-an-intake":
      return "Only an intake with dates has a matching and a start.";
    case "end-past":
      return "Its last day has passed. Change the day first.";
    case "time-fixed":
      return "Members have seen it as it is. Copy it to make one of the other kind.";
    case "nothing-changed":
      return "There was nothing new to save.";
    case "changed-meanwhile":
      return "Somebody else has changed this programme meanwhile. Please open the page again, then make your change.";
  }
}
