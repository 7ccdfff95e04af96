import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { type AnswerLink, signAnswerLink } from "@/lib/notify/notices/answer-link";
import { closeAll } from "@/lib/pairing/relationships/commands";
import { readNow } from "@/lib/people/auth/now";
import { begin } from "../partners";
import { wordsIn } from "./files";
import { given, type Member, openMail } from "./given";
import type { Person } from "./person";
import { openTool } from "./tools";

// "How do I organise a meeting?", as the FAQ tells it, and what follows.

const ZONE = "Europe/London";
const DETAILS = "Bring the plan for the spring; by video.";

/** Partners for long enough that meetings may have been; the mentor lives there. */
async function givenPartners(timeZone = ZONE) {
  const [mentee, mentor] = [await given.mentee(), await given.mentor({}, { timeZone })];
  return { id: await begin(mentee.member, mentor.member, addDays(await readNow(), -10, ZONE)), mentee, mentor };
}

/** A time of day in some days, as browsers write it. */
async function at(days: number, time: string): Promise<string> {
  return `${localOf(addDays(await readNow(), days, ZONE), ZONE).slice(0, 10)}T${time}`;
}

async function fillTimes(person: Member, days: number, starts: string, ends: string): Promise<void> {
  person.fill("Starts", await at(days, starts));
  person.fill("Ends", await at(days, ends));
}

async function fill(person: Member, days: number, starts: string, ends: string, title = "First conversation"): Promise<void> {
  await fillTimes(person, days, starts, ends);
  person.fill("Title", title);
  person.choose("Method", "Video call");
  person.fill("Enter meeting details", DETAILS);
}

async function arrange(person: Member, partner: Member): Promise<void> {
  await openTool(person, partner, "Meetings");
  await fill(person, 7, "14:00", "15:00");
  await person.press("Save");
  expect(person.status).toContain("Saved");
}

async function readCalendar(person: Person, link: RegExp) {
  const calendar = new ICAL.Component(ICAL.parse(wordsIn(await person.save(link))));
  const event = calendar.getFirstSubcomponent("vevent");
  const say = (name: string) => event?.getFirstPropertyValue(name);
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: say("uid"),
    sequence: say("sequence"),
    summary: say("summary"),
    status: say("status"),
  };
}

test("a meeting is arranged and accepted, in calendars too", async () => {
  const { mentee, mentor } = await givenPartners();
  await openTool(mentee, mentor, "Meetings");
  expect(mentee.value("Method")).toBe("Please select a method");
  expect(mentee.isTicked("Send details to mentor")).toBe(true);
  await arrange(mentee, mentor);
  expect(mentee.main.text).toContain(`Waiting for ${mentor.name} to answer`);
  const together = mentee.path.replace(/\/meetings.*$/, "");
  await mentee.visit(together);
  expect(mentee.main.text).toContain(`${mentor.name} has not answered yet`);
  expect(mentee.main.text).toMatch(/○\s*Meetings\s*next on .*, not accepted yet/);

  await mentor.visit("/notifications");
  expect(mentor.main.text).toContain(`${mentee.name} would like to meet you on`);
  await openMail(mentor, mentor.name, /would like to meet you/);
  expect(mentor.main.text).toContain(DETAILS);
  const invited = await readCalendar(mentor, /meeting\.ics/);
  expect(invited).toMatchObject({ method: "PUBLISH", sequence: 0, status: "TENTATIVE", summary: "First conversation" });

  await openTool(mentor, mentee, "Meetings");
  await mentor.press("Accept");
  expect(mentor.status).toContain("You have accepted");
  await openMail(mentee, mentee.name, /has accepted your meeting/);
  const answered = { method: "PUBLISH", uid: invited.uid, sequence: 1, status: "CONFIRMED" };
  expect(await readCalendar(mentee, /meeting\.ics/)).toMatchObject(answered);

  await openTool(mentee, mentor, "Meetings");
  expect(mentee.main.text).toContain(`${mentor.name} has accepted`);
  expect(await readCalendar(mentee, /Add to my calendar/)).toMatchObject(answered);
  await mentee.visit(together);
  expect(mentee.main.text).toMatch(/✓\s*Meetings\s*next on /);
  expect(mentee.main.text).not.toContain("not accepted yet");
});

test("a meeting is changed and cancelled, in calendars too", async () => {
  const { mentee, mentor } = await givenPartners();
  await arrange(mentee, mentor);
  const { uid } = await readCalendar(mentee, /Add to my calendar/);
  await mentee.follow(/^Change/);
  expect(mentee.value("Title")).toBe("First conversation");
  await fillTimes(mentee, 8, "14:00", "15:00");
  await mentee.press("Save");
  expect(mentee.status).toContain("Saved");
  await openMail(mentor, mentor.name, /has changed your meeting/);
  expect(await readCalendar(mentor, /meeting\.ics/)).toMatchObject({ method: "PUBLISH", uid, sequence: 1 });

  await openTool(mentee, mentor, "Meetings");
  await mentee.follow(/^Cancel/);
  expect(mentee.main.text).toContain(`We tell ${mentor.name} that it will not take place`);
  await mentee.press("Cancel the meeting");
  expect(mentee.status).toContain("cancelled");
  await openMail(mentor, mentor.name, /has cancelled your meeting/);
  expect(await readCalendar(mentor, /meeting\.ics/)).toMatchObject({ method: "CANCEL", uid, sequence: 2 });
});

test("a meeting that was declined is on its organiser’s Home until another time is suggested", async () => {
  const { mentee, mentor } = await givenPartners();
  await arrange(mentee, mentor);
  await openTool(mentor, mentee, "Meetings");
  await mentor.press("Decline");
  await mentor.visit("/");
  expect(mentor.main.text).not.toContain("declined");
  await mentee.visit("/");
  await mentee.part("region", "Waiting for you").follow(new RegExp(`^${mentor.name} has declined your meeting on`));
  await mentee.follow(/^Change/);
  await fillTimes(mentee, 8, "14:00", "15:00");
  await mentee.press("Save");
  await mentee.visit("/");
  expect(mentee.main.text).not.toContain("declined");
  expect(mentee.main.text).toContain(`${mentor.name} is still to answer about your meeting`);
});

test("nobody asks about a meeting that was not accepted, and the two can still say that they met", async () => {
  const { id, mentee, mentor } = await givenPartners();
  await arrange(mentee, mentor);
  const hoursAgo = async (hours: number) => new Date((await readNow()).getTime() - hours * 3_600_000);
  const data = { startsAt: await hoursAgo(2), endsAt: await hoursAgo(1) };
  await db().meeting.updateMany({ where: { relationshipId: id }, data });
  for (const page of ["/", `/relationships/${id}`]) {
    await mentee.visit(page);
    expect(mentee.main.text).not.toContain("take place?");
  }
  await openTool(mentee, mentor, "Meetings");
  expect(mentee.main.text).toContain(`${mentor.name} did not answer`);
  await mentee.press("It took place");
  expect(mentee.status).toContain("held");
});

test("staff read beside the next meeting that it is not accepted yet, on each page", async () => {
  const [staff, { mentee, mentor }] = [await given.staff(), await givenPartners()];
  await arrange(mentee, mentor);
  const pages = [`/admin/relationships?who=${mentee.number}`, `/admin/members/${mentee.member.id}`];
  const isSaid = async () => {
    const said: boolean[] = [];
    for (const page of pages) {
      await staff.visit(page);
      said.push(staff.main.text.includes("not accepted yet"));
    }
    return said;
  };
  expect(await isSaid()).toEqual([true, true]);
  await openTool(mentor, mentee, "Meetings");
  await mentor.press("Accept");
  expect(await isSaid()).toEqual([false, false]);
});

test("another time is suggested and taken, each by their own clock", async () => {
  const { mentee, mentor } = await givenPartners("America/New_York");
  await openTool(mentee, mentor, "Meetings");
  await fill(mentee, 7, "15:00", "16:00");
  await mentee.press("Save");
  expect(mentee.main.text).toContain("15:00 to 16:00 (London time)");
  expect(mentee.main.text).toContain(`For ${mentor.name}:`);

  await openTool(mentor, mentee, "Meetings");
  expect(mentor.main.text).toContain("(New York time)");
  await mentor.follow(/^Suggest another time/);
  await fillTimes(mentor, 9, "12:00", "13:00");
  await mentor.press("Suggest this time");
  expect(mentor.status).toContain("which time you suggest");

  await openTool(mentee, mentor, "Meetings");
  expect(mentee.main.text).toContain(`${mentor.name} suggests`);
  await mentee.press("Accept this time");
  expect(mentee.main.text).toContain(`${mentor.name} has accepted`);
  await openMail(mentor, mentor.name, /agrees to the time you suggested/);
  const agreed = await readCalendar(mentor, /meeting\.ics/);
  expect(agreed).toMatchObject({ method: "PUBLISH", sequence: 2, status: "CONFIRMED" });
  await openTool(mentee, mentor, "Meetings");
  expect(await readCalendar(mentee, /Add to my calendar/)).toEqual(agreed);
});

/** The page behind an answer in the newest mail about a meeting. */
async function linkIn(reader: Member, subject: RegExp, answer = "accept"): Promise<string> {
  await openMail(reader, reader.name, subject);
  const [link = ""] = new RegExp(`/meeting/[\\w.-]+\\?answer=${answer}`).exec(reader.main.text) ?? [];
  return link;
}

test("a mentee answers an invitation from the mail with one press, without being signed in", async () => {
  const { id, mentee, mentor } = await givenPartners();
  await arrange(mentor, mentee);
  const answer = async () => (await db().meeting.findFirstOrThrow({ where: { relationshipId: id } })).answer;
  const reader = given.stranger();
  expect(await reader.visit(await linkIn(mentee, /would like to meet you/))).toBe(200);
  expect(reader.heading).toBe(`Your meeting with ${mentor.name}`);
  expect(reader.main.text).toContain("14:00 to 15:00 (London time)");
  expect(reader.main.text).toContain(`We tell ${mentor.name} that you are coming.`);
  expect(await answer()).toBe("waiting");
  await reader.press("Accept");
  expect(reader.status).toContain("You have accepted. We have told your partner.");
  expect(await answer()).toBe("accepted");
  expect(await readCalendar(reader, /Add to my calendar/)).toMatchObject({
    method: "PUBLISH",
    sequence: 1,
    status: "CONFIRMED",
  });
  await openMail(mentor, mentor.name, /has accepted your meeting/);

  // Pressed again by a browser that goes back, it changes nothing; the other answer is still there.
  await reader.visit(await linkIn(mentee, /would like to meet you/));
  expect(reader.has("button", "Accept")).toBe(false);
  await reader.follow("Decline");
  expect(reader.main.text).toContain(`We tell ${mentor.name} that you cannot come.`);
  await reader.press("Decline");
  expect(reader.status).toContain("You have declined");
  expect(await answer()).toBe("declined");
  await openTool(mentor, mentee, "Meetings");
  expect(mentor.main.text).toContain(`${mentee.name} cannot come`);
});

test("an answer from a mail that comes too late says why, and changes nothing", async () => {
  const { mentee, mentor } = await givenPartners();
  await arrange(mentor, mentee);
  const old = await linkIn(mentee, /would like to meet you/);
  const reader = given.stranger();
  await reader.visit(old);
  await mentor.follow(/^Change/);
  await fillTimes(mentor, 8, "14:00", "15:00");
  await mentor.press("Save");
  await reader.press("Accept");
  expect(reader.main.text).toContain("This meeting is at another time now than in that e-mail.");
  await reader.visit(old);
  expect(reader.main.text).toContain("Please answer from the newest e-mail about it, or sign in.");
  expect(reader.has("button", "Accept")).toBe(false);

  await reader.visit(await linkIn(mentee, /has changed your meeting/));
  await openTool(mentor, mentee, "Meetings");
  await mentor.follow(/^Cancel/);
  await mentor.press("Cancel the meeting");
  await reader.press("Accept");
  expect(reader.main.text).toContain("This meeting is cancelled.");
  await reader.reload();
  expect(reader.main.text).toContain(`Cancelled by ${mentor.name}`);
  expect(reader.has("button", "Accept")).toBe(false);
});

test("a link that is cut off, too old, or somebody else's answers nothing", async () => {
  const { id, mentee, mentor } = await givenPartners();
  await arrange(mentor, mentee);
  const meeting = await db().meeting.findFirstOrThrow({ where: { relationshipId: id } });
  const whole = await linkIn(mentee, /would like to meet you/);
  const until = meeting.startsAt;
  const sign = (changes: Partial<AnswerLink>) => {
    const link = { memberId: mentee.member.id, what: "meeting", subjectId: meeting.id, round: 1, until } as const;
    return `/meeting/${signAnswerLink({ ...link, ...changes }, env().authSecrets)}?answer=accept`;
  };
  const reader = given.stranger();
  for (const path of [
    "/meeting/half",
    whole.replace("?", "x?"),
    sign({ what: "met" }),
    sign({ until: new Date(Date.parse("2020-01-01T00:00:00Z")) }),
    sign({ memberId: mentor.member.id }),
    sign({ memberId: (await given.mentee()).member.id }),
    sign({ subjectId: id }),
  ]) {
    expect(await reader.visit(path), path).toBe(200);
    expect(reader.heading).toBe("This link does not work");
    expect(reader.main.text).not.toContain(mentor.name);
    expect((await reader.get(`${path.split("?")[0]}/meeting.ics`)).status, path).toBe(404);
  }
});

test("a time that the clocks leave out is explained, and one that they show twice is taken as the first", async () => {
  const { mentee, mentor } = await givenPartners();
  await openTool(mentee, mentor, "Meetings");
  const [spring, autumn] = await Promise.all([nextChange("forward"), nextChange("back")]);
  await fill(mentee, 7, "14:00", "15:00");
  mentee.fill("Starts", `${spring}T01:30`);
  mentee.fill("Ends", `${spring}T03:00`);
  await mentee.press("Save");
  expect(mentee.main.alert).toMatch(
    /There is no 01:30 on Sunday \d+ March \d{4} \(London time\), because the clocks go forward\./,
  );
  expect(mentee.main.alert).toContain("The next time after it is 02:00.");
  expect(mentee.value("Title")).toBe("First conversation");
  mentee.fill("Starts", `${autumn}T01:30`);
  mentee.fill("Ends", `${autumn}T03:00`);
  await mentee.press("Save");
  expect(mentee.main.alert).toContain("The clocks go back then, so they show that time twice. We take the first of the two.");
  await mentee.press("Save all the same");
  expect(mentee.status).toContain("Saved");
  const [saved] = await db().meeting.findMany({ where: { organiserId: mentee.member.id } });
  expect(saved?.startsAt).toEqual(new Date(`${autumn}T00:30:00Z`));
});

/** The day on which the clocks of London next change this way. */
async function nextChange(way: "forward" | "back"): Promise<string> {
  const now = Temporal.Instant.fromEpochMilliseconds((await readNow()).getTime()).toZonedDateTimeISO(ZONE);
  let change = now.getTimeZoneTransition("next");
  if (change && change.offset === (way === "forward" ? "+00:00" : "+01:00")) change = change.getTimeZoneTransition("next");
  return change?.toPlainDate().toString() ?? "";
}

test("what is wrong with a time is said, what speaks against it is pointed out once", async () => {
  const { mentee, mentor } = await givenPartners("Asia/Tokyo");
  await openTool(mentee, mentor, "Meetings");
  await mentee.press("Save");
  for (const sentence of ["Enter when it starts.", "Give the meeting a title.", "Please select a method."])
    expect(mentee.main.alert).toContain(sentence);
  await fill(mentee, -2, "14:00", "15:00");
  await mentee.press("Save");
  expect(mentee.main.alert).toContain("If you have met already, choose Log a meeting.");
  expect(mentee.value("Title")).toBe("First conversation");
  await fill(mentee, 7, "14:00", "13:00");
  await mentee.press("Save");
  expect(mentee.main.alert).toContain("The meeting must end after it starts.");
  await fill(mentee, 7, "14:00", "15:00");
  await mentee.press("Save");
  expect(mentee.main.alert).toContain(`That is before 07:00 or after 21:00 where ${mentor.name} is.`);
  await mentee.press("Save all the same");
  expect(mentee.status).toContain("Saved");
});

test("a meeting that has been is logged, and said to have been held or not", async () => {
  const { mentee, mentor } = await givenPartners();
  await openTool(mentor, mentee, "Meetings");
  await mentor.follow("Log a meeting");
  expect(mentor.isTicked("Send details to mentee")).toBe(true);
  await fill(mentor, -2, "14:00", "15:30", "Over coffee");
  await mentor.press("Save");
  expect(mentor.status).toContain("logged");
  expect(mentor.main.text).toContain("1 h 30 min");
  await mentor.press("It did not take place");
  expect(mentor.main.text).toContain("Did not take place");
  await mentor.press("It took place after all");
  expect(mentor.status).toContain("held");
});

test("a calendar address shows the meetings, and nothing once it is renewed", async () => {
  const { mentee, mentor } = await givenPartners();
  await arrange(mentee, mentor);
  await mentee.press("Make a calendar address");
  expect(mentee.status).toContain("calendar address is ready");
  const shown = mentee.part("region", "In your own calendar").part("code");
  const address = shown.text;
  const program = given.stranger();
  const answer = await program.get(new URL(address).pathname);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await answer.text()).toContain("SUMMARY:First conversation");
  await mentee.press("Make a new address");
  expect(shown.text).not.toBe(address);
  expect((await program.get(new URL(address).pathname)).status).toBe(404);
});

test("an outsider finds nothing, and after the end there is nothing to press", async () => {
  const { id, mentee, mentor } = await givenPartners();
  await arrange(mentee, mentor);
  const meeting = await db().meeting.findFirstOrThrow({ where: { relationshipId: id } });
  const paths = ["", "/log", ...["meeting.ics", "change", "suggest", "cancel"].map((step) => `/${meeting.id}/${step}`)];
  const outsider = await given.mentor();
  for (const path of paths) expect((await outsider.get(`/relationships/${id}/meetings${path}`)).status, path).toBe(404);
  await closeAll(mentor.member.id, await readNow());
  await mentee.visit(`/relationships/${id}/meetings`);
  expect(mentee.main.text).toContain("This relationship has ended.");
  expect(mentee.has("button", "Save")).toBe(false);
  expect(mentee.has("link", /^(Change|Cancel|Log)/)).toBe(false);
});
