import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";

/** A meeting as calendars know it. Whether its words may be read by who gets it was decided before. */
export interface CalendarMeeting {
  id: string;
  isCancelled: boolean;
  isHeld: boolean;
  /** A copy for the one who has declined: their own calendar keeps the time free. */
  isForDecliner?: boolean;
  answer: "waiting" | "accepted" | "declined" | "suggested";
  startsAt: Date;
  endsAt: Date;
  /** The society's label: "Video call". */
  method: string | null;
  /** Null when title and details are not to leave the product. */
  words: { title: string; details: string } | null;
  organiser: CalendarPerson;
  attendee: CalendarPerson;
  sequence: number;
  createdAt: Date;
  movedAt: Date;
  /** Its page. */
  href: string;
}

interface CalendarPerson {
  name: string;
  email: string;
}

/**
 * What a calendar file is for (RFC 5546): an invitation or a change of one, the end of one, the answer to one, or a copy
 * for somebody's own calendar.
 */
export type CalendarMethod = "REQUEST" | "CANCEL" | "REPLY" | "PUBLISH";

/** What a calendar that subscribes shows as its name, and how often it should ask again. */
interface Subscription {
  name: string;
  refreshMinutes: number;
}

/**
 * A calendar file (RFC 5545): times in UTC, lines folded, every text escaped. `now` is its stamp. Whatever stands in a
 * name or a text stays inside its own property.
 */
export function writeCalendar(
  method: CalendarMethod,
  meetings: readonly CalendarMeeting[],
  now: Date,
  subscription: Subscription | null = null,
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
  for (const meeting of meetings) calendar.createEvent(toEvent(method, meeting, now));
  return `${calendar.toString()}\r\n`;
}

/** The method that a file of ours names, for its content type. */
export function methodOf(file: string): string {
  return /^METHOD:([A-Z]+)\r?$/m.exec(file)?.[1] ?? "PUBLISH";
}

function toEvent(method: CalendarMethod, meeting: CalendarMeeting, now: Date): ICalEventData {
  const { words, organiser, attendee } = meeting;
  return {
    id: meeting.id,
    sequence: meeting.sequence,
    stamp: now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: asLine(words?.title ?? "") || asLine(`Meeting of ${organiser.name} and ${attendee.name}`),
    description: asText([words?.details, meeting.href].filter(Boolean).join("\n\n")),
    location: meeting.method === null ? null : asLine(meeting.method),
    url: meeting.href,
    organizer: { name: asName(organiser.name), email: asAddress(organiser.email) },
    // A copy for one's own calendar invites nobody.
    attendees: method === "PUBLISH" ? [] : [toAttendee(method, meeting)],
    status: statusOf(method, meeting),
    created: meeting.createdAt,
    lastModified: meeting.movedAt,
  };
}

/** Certain only when both have said so; declined, it stands in the organiser's calendar until they move or cancel it. */
function statusOf(method: CalendarMethod, { isCancelled, isForDecliner, isHeld, answer }: CalendarMeeting): ICalEventStatus {
  if (isCancelled || method === "CANCEL" || isForDecliner) return ICalEventStatus.CANCELLED;
  return isHeld || answer === "accepted" ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

const STATUS = {
  waiting: ICalAttendeeStatus.NEEDSACTION,
  suggested: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
};

function toAttendee(method: CalendarMethod, { attendee, answer }: CalendarMeeting) {
  return {
    name: asName(attendee.name),
    email: asAddress(attendee.email),
    role: ICalAttendeeRole.REQ,
    status: STATUS[answer],
    rsvp: method === "REQUEST" && (answer === "waiting" || answer === "suggested"),
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
  return asLine(name).replace(/["\\]/g, "’") || "Member";
}

function asAddress(email: string): string {
  return asLine(email).replace(/[\s"<>\\;,:]/g, "") || "nobody@invalid";
}
