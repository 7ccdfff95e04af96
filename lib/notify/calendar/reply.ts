import ICAL from "ical.js";
import PostalMime from "postal-mime";

/** What a calendar program says in answer to an invitation. */
export interface CalendarReply {
  /** `unclear`: maybe, another time, or handed on to somebody else. */
  answer: "accepted" | "declined" | "unclear";
  /** Whose answer it is: the addresses that the program names, usually one. */
  from: string[];
  /** The time that it answers about; null where the file does not say, or says it in a zone that it does not explain. */
  startsAt: Date | null;
  endsAt: Date | null;
}

/** Finds the answer in a mail as it came in: in a part of its text, or in an attachment. Null when there is none. */
export async function findReply(raw: Uint8Array): Promise<CalendarReply | null> {
  const { attachments } = await PostalMime.parse(raw, { maxNestingDepth: 20 }).catch(() => ({ attachments: [] }));
  const files = attachments.filter(({ mimeType, filename }) => isCalendar(mimeType, filename)).slice(0, MOST_FILES);
  for (const { content } of files) {
    const reply = readReply(typeof content === "string" ? content : new TextDecoder().decode(content));
    if (reply) return reply;
  }
  return null;
}

/** Programs send one file, or the same one twice. */
const MOST_FILES = 5;

function isCalendar(mimeType: string, filename: string | null): boolean {
  return /^(text\/calendar|application\/ics)$/i.test(mimeType) || /\.ics$/i.test(filename ?? "");
}

/** Reads a calendar file with METHOD:REPLY or METHOD:COUNTER (RFC 5546); null for any other, or one that cannot be read. */
export function readReply(file: string): CalendarReply | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(file));
    const method = String(calendar.getFirstPropertyValue("method") ?? "").toUpperCase();
    const event = calendar.getFirstSubcomponent("vevent");
    if (!event || (method !== "REPLY" && method !== "COUNTER")) return null;
    const people = event.getAllProperties("attendee");
    const said = people.map((person) => String(person.getFirstParameter("partstat") ?? "").toUpperCase());
    const [answer = ""] = said;
    const isClear = method === "REPLY" && said.every((one) => one === answer);
    return {
      answer: (isClear && ANSWERS[answer]) || "unclear",
      from: people.map((person) => String(person.getFirstValue()).replace(/^mailto:/i, "")),
      startsAt: instantIn(event, "dtstart"),
      endsAt: instantIn(event, "dtend"),
    };
  } catch {
    return null;
  }
}

const ANSWERS: Readonly<Record<string, CalendarReply["answer"]>> = { ACCEPTED: "accepted", DECLINED: "declined" };

/** Null for a time without a zone, which would be read on the clock of this server. */
function instantIn(event: ICAL.Component, name: string): Date | null {
  const time = event.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time) || time.isDate || time.zone === ICAL.Timezone.localTimezone) return null;
  return time.toJSDate();
}
