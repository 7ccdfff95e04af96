import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";

/** A meeting as the calendar of one of the two knows it. Whether its words may be read there was decided before. */
export interface CalendarMeeting {
  id: string;
  /** Called off, or known not to have taken place. */
  isCancelled: boolean;
  isHeld: boolean;
  answer: "waiting" | "accepted" | "declined" | "suggested";
  startsAt: Date;
  endsAt: Date;
  /** The society's label: "Video call". */
  method: string | null;
  /** Null when title and details are not to leave the product. */
  words: { title: string; details: string } | null;
  /** The names of the two. */
  organiser: string;
  invited: string;
  invitedId: string;
  /**
   * In the file of whoever was invited, where the society takes answers from calendars: the address of ours that they go to, and
   * the one that they come from. Not there for everybody else.
   */
  reply?: { to: string; from: string } | null;
  /** In whose name files come: the platform, with the society's own address, so that no member's address is in them. */
  sender: { name: string; email: string };
  sequence: number;
  createdAt: Date;
  movedAt: Date;
  /** Its page. */
  href: string;
}

/** What a calendar that subscribes shows as its name, and how often it should ask again. */
interface Subscription {
  name: string;
  refreshMinutes: number;
}

/**
 * How a meeting stands in a calendar, whoever's it is: `off` when nobody will come, `certain` when both have said yes or it took
 * place, and `open` while an answer is still to come.
 */
export function standingOf({ isCancelled, isHeld, answer }: CalendarMeeting): "open" | "certain" | "off" {
  if (isCancelled || (answer === "declined" && !isHeld)) return "off";
  return isHeld || answer === "accepted" ? "certain" : "open";
}

/**
 * One meeting as a calendar file (RFC 5545, 5546), as it stands now: published, or cancelled once it is off. It asks for an
 * answer only where one reaches us: a mail program would show buttons, and what they send would otherwise tell us nothing.
 */
export function writeFile(meeting: CalendarMeeting, now: Date): string {
  const method = standingOf(meeting) === "off" ? "CANCEL" : meeting.reply ? "REQUEST" : "PUBLISH";
  return write(method, [meeting], now, null);
}

/** Several meetings for a calendar that subscribes. It invites nobody. */
export function writeFeed(meetings: readonly CalendarMeeting[], now: Date, subscription: Subscription): string {
  return write(
    "PUBLISH",
    meetings.map((meeting) => ({ ...meeting, reply: null })),
    now,
    subscription,
  );
}

/** The method that a file of ours names, for its content type. */
export function methodOf(file: string): string {
  return /^METHOD:([A-Z]+)\r?$/m.exec(file)?.[1] ?? "PUBLISH";
}

/** Times in UTC, lines folded, every text escaped: whatever stands in a name or a text stays inside its own property. */
function write(
  method: "PUBLISH" | "REQUEST" | "CANCEL",
  meetings: readonly CalendarMeeting[],
  now: Date,
  subscription: Subscription | null,
): string {
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: "connect", product: "meetings", language: "EN" },
  });
  if (subscription) {
    // The library writes a calendar's name as it is.
    calendar.name(asLine(subscription.name).replace(/[\\;,]/g, " "));
    calendar.ttl(subscription.refreshMinutes * 60);
  }
  for (const meeting of meetings) calendar.createEvent(toEvent(meeting, now));
  return `${calendar.toString()}\r\n`;
}

function toEvent(meeting: CalendarMeeting, now: Date): ICalEventData {
  const { words, organiser, invited, sender, reply } = meeting;
  const title = asLine(words?.title ?? "");
  const who = asLine(`Meeting of ${organiser} and ${invited}`);
  return {
    id: meeting.id,
    sequence: meeting.sequence,
    stamp: now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: title || who,
    description: asText([words?.details, title && who, meeting.href].filter(Boolean).join("\n\n")),
    location: meeting.method === null ? null : asLine(meeting.method),
    url: meeting.href,
    organizer: reply
      ? { name: asName(`${organiser} (${sender.name})`), email: asAddress(reply.to) }
      : { name: asName(sender.name), email: asAddress(sender.email) },
    attendees: reply ? [toAttendee(meeting, reply.from)] : [],
    status: STATUS[standingOf(meeting)],
    created: meeting.createdAt,
    lastModified: meeting.movedAt,
  };
}

const STATUS = {
  open: ICalEventStatus.TENTATIVE,
  certain: ICalEventStatus.CONFIRMED,
  off: ICalEventStatus.CANCELLED,
};

const ANSWERS = {
  waiting: ICalAttendeeStatus.NEEDSACTION,
  suggested: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
};

/** The reader, in their own file. */
function toAttendee(meeting: CalendarMeeting, address: string) {
  return {
    name: asName(meeting.invited),
    email: asAddress(address),
    role: ICalAttendeeRole.REQ,
    status: ANSWERS[meeting.answer],
    rsvp: standingOf(meeting) === "open",
  };
}

/** No control character belongs into a calendar; line breaks are written as two characters. */
function asText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/\p{Cc}/gu, (character) => (character === "\n" || character === "\t" ? character : ""));
}

function asLine(text: string): string {
  return asText(text).replace(/\s+/g, " ").trim();
}

/** Names stand between quotation marks, in which nothing can be escaped. */
function asName(name: string): string {
  return asLine(name).replace(/["\\]/g, "’") || "Connect";
}

function asAddress(email: string): string {
  return asLine(email).replace(/[\s"<>\\;,:]/g, "") || "nobody@invalid";
}
