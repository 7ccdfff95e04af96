import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { NOTHING_OF_ITS_OWN, type OwnSettings } from "@/lib/pairing/programmes/programme";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { people } from "../people";
import { given, type Member, openMail, signIn, sweepNow } from "./given";

// A member in two programmes: what they ask, and what they wait for, belongs to one of them.

/** `own`: what the second of them decides itself. */
async function twoProgrammes(own: Partial<OwnSettings> = {}) {
  const staff = viewerOf(await people.member({ staff: "staff" }));
  const open = async (name: string, decides: Partial<OwnSettings> = {}) => {
    const values = { name, own: { ...NOTHING_OF_ITS_OWN, ...decides } };
    return { name, id: await openProgramme(staff, await readNow(), values) };
  };
  const stem = (await people.member()).number;
  const all = [await open(`Returners ${stem}`), await open(`Newcomers ${stem}`, own)] as const;
  // Other stories see them too, so that they close with their own.
  const close = async () => {
    for (const { id } of all) {
      const found = await findProgramme(id, await readNow());
      await programmes.move(staff, { id, seen: found?.version ?? 0 }, "close", await readNow());
    }
  };
  return { one: all[0], two: all[1], close };
}

const join = async ({ member }: Member, { id }: { id: string }, role: "mentor" | "mentee") =>
  joining.join(viewerOf(member), id, role, await readNow());

/** The programme in the address of the page that is open. */
const lookedIn = ({ browser }: Member) => browser.page.url.searchParams.get("programme");

/** These words in a mail, whose lines may break anywhere. */
const inLines = (words: string) => new RegExp(words.replaceAll(" ", "\\s+"));

test("a question is asked in the programme in which the mentee looks, and both read in which", async () => {
  const { one, two, close } = await twoProgrammes({ openQuestions: 1, questionDays: 5 });
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  const [another, staff] = [await given.mentor(), await given.staff()];
  for (const programme of [one, two]) {
    await join(mentee, programme, "mentee");
    for (const each of [mentor, another]) await join(each, programme, "mentor");
  }
  await mentee.visit("/mentors");
  mentee.unfold("Narrow the list");
  mentee.choose("Programme", two.name);
  await mentee.press("Show mentors");
  await mentee.follow(mentor.name);
  await mentee.follow("Ask a question");
  const choice = mentee.part("group", "In which programme?");
  expect([one.name, two.name, "The society’s scheme"].every((name) => choice.text.includes(name))).toBe(true);
  expect(choice.text).toContain("5 days to reply");
  // A form that was open before its one place in this programme was taken.
  const late = await signIn(mentee.member);
  await late.visit(`/mentors/${another.member.id}/question?programme=${two.id}`);
  mentee.fill("Your question", "Do you know the northern offices?");
  await mentee.press("Ask a question");
  expect(mentee.main.text).toContain(`Asked in ${two.name}.`);
  late.fill("Your question", "And do you?");
  await late.press("Ask a question");
  expect(late.alert).toContain("One question of yours is waiting for a reply.");
  await mentee.follow("Send proposal");
  expect(lookedIn(mentee)).toBe(two.id);

  await mentor.visit("/");
  expect(mentor.main.text).toContain(`has asked you a question in ${two.name}.`);
  await mentor.visit("/relationships");
  expect(mentor.main.text).toContain(two.name);
  expect(mentor.main.text).not.toContain(one.name);
  await openMail(staff, mentor.name, /has a question for you/);
  expect(staff.main.text).toMatch(inLines(`You are both in ${two.name}`));
  await close();
});

test("an alert for a search in a programme speaks of who joins it, and of nobody who joins another", async () => {
  const { one, two, close } = await twoProgrammes();
  const [mentee, mentor, elsewhere] = [await given.mentee(), await given.mentor(), await given.mentor()];
  await join(mentee, one, "mentee");
  await join(mentee, two, "mentee");
  await mentee.visit(`/mentors?programme=${one.id}`);
  await mentee.press("Tell me when somebody is free");
  expect(mentee.status).toContain("We will tell you.");
  expect(mentee.main.text).toContain(one.name);
  await mentee.follow("Any mentor");
  expect(lookedIn(mentee)).toBe(one.id);
  expect(mentee.main.text).toContain("We will tell you when somebody is free.");

  await join(elsewhere, two, "mentor");
  await sweepNow();
  await mentee.visit("/notifications");
  expect(mentee.main.text).not.toContain("can be asked now");
  await join(mentor, one, "mentor");
  await sweepNow();
  await openMail(mentee, mentee.name, /can be asked now/);
  expect(mentee.main.text).toMatch(inLines(`You asked us about ${one.name}, and the place is there.`));
  await mentee.visit("/notifications");
  await mentee.press(new RegExp(`${mentor.name}.* can be asked now in ${one.name}`));
  expect(lookedIn(mentee)).toBe(one.id);
  await mentee.follow("Send proposal");
  expect(lookedIn(mentee)).toBe(one.id);
  await close();
});

test("who has joined one of them and asked nobody is led into it, by the notice as by its mail", async () => {
  const { one, close } = await twoProgrammes();
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await join(mentee, one, "mentee");
  await join(mentor, one, "mentor");
  // Three days older only once they have joined: another story's sweep would have led them to everybody.
  const [since, dueAt] = [addDays(await readNow(), -3, "Europe/London"), await readNow()];
  const days = { registeredAt: since, profiledAt: since, countsFrom: since, dueAt };
  await db().firstSteps.update({ where: { memberId: mentee.member.id }, data: days, select: { version: true } });
  await sweepNow();
  await mentee.visit("/notifications");
  await mentee.press(/You have not asked a mentor yet/);
  expect([mentee.path, lookedIn(mentee)]).toEqual(["/mentors", one.id]);
  expect(mentee.main.text).toContain(mentor.name);
  await openMail(mentee, mentee.name, /who may fit you/);
  expect(mentee.main.text).toMatch(inLines(mentor.name));
  expect(mentee.main.text).toContain(`/mentors?programme=${one.id}&as=mentee`);
  await close();
});
