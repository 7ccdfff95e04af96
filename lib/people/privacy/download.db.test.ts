import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { erase } from "@/lib/pairing/leaving/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember } from "@/testing/people";
import { live } from "@/testing/privacy/lives";
import { fillWithTokens } from "@/testing/privacy/tokens";
import { onDay } from "@/testing/proposals/examples";
import { makeArchive, type Placed } from "./archive";
import { recordDownload } from "./commands";
import { INVENTORY } from "./inventory";
import { loadFile, loadKnown } from "./queries";
import { archiveName } from "./wording";

const SETTING = { settings: DEFAULT_SETTINGS, timeZone: "Europe/London", now: onDay(2) };

async function downloadOf(memberId: string): Promise<Record<string, string>> {
  const load = ({ table, column, at }: Placed) => loadFile(memberId, table, column, at);
  const pieces: Uint8Array[] = [];
  for await (const piece of makeArchive(await loadKnown(memberId), SETTING, load)) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test("the download has every word of the member, what others wrote to them, and nothing else of others", async () => {
  const { me, people, theirWords } = await live();
  const mine = await fillWithTokens(me.id);
  const strangers = await fillWithTokens((await live()).me.id);
  await db().member.update({ where: { id: people.mentor.id }, data: { email: "partnersprivate@example.org" } });
  await db().mentorProfile.update({ where: { memberId: people.mentor.id }, data: { about: "partnersabout" } });
  const all = Object.values(await downloadOf(me.id)).join("\n");
  const told = mine.filter(({ table, column, part }) => {
    const known = INVENTORY[table]?.columns[column];
    return known && "told" in known && (known.to ?? INVENTORY[table]?.download?.to)?.includes(part);
  });
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter(({ token }) => !all.includes(token))).toEqual([]);
  expect(strangers.filter(({ token }) => all.includes(token))).toEqual([]);
  expect(all).toContain("staffsanswer");
  for (const word of ["partnersprivate", "partnersabout", "theirrefuser@", "theircomplaint", "staffsnote"])
    expect(all).not.toContain(word);
  for (const word of theirWords.filter((word) =>
    /objectives|plans|reason|mentor|mentee|message|title|version|note/.test(word),
  )) {
    expect(all).toContain(word);
  }
});

const REQUESTED = ["files/attachments-picture-1.webp", "files/attachments-pdf-1.pdf"];
const SHARED = [
  "answers-on-profiles",
  "asked-if-available",
  "first-steps",
  "calendar-address",
  "goals",
  "how-it-goes",
  "meetings",
  "messages",
  "messages-read",
  "questions",
  "requests-for-help",
  "swot-and-g-star",
];

test("it is readable: names for numbers, times with their zone, texts inside their proposals, files in the README", async () => {
  const { me, people, proposals } = await live();
  await recordDownload(me.id, onDay(2));
  const files = await downloadOf(me.id);
  const names = [
    "account",
    "profile-as-mentor",
    "profile-as-mentee",
    "picture",
    "password",
    "register",
    "links",
    "sessions",
    "surveys",
    "passkeys",
    "authenticator-app",
    "recovery-codes",
    "choices-of-e-mails",
    "proposals",
    "queues",
    "rather-not-matched-with",
    "relationships",
    "notifications",
    "e-mails",
    "addresses-without-e-mail",
    "letters-from-the-society",
    "saved-and-hidden-mentors",
    "tell-me-when",
    "blocked-members",
    "address-still-shown",
    "told-to-other-systems",
    "programmes",
    "what-a-role-needs",
    "answers-that-did-not-fit",
    "referees",
    "letters-for-pairs",
    "letters-for-you",
    "letters-to-members",
    "matches",
    "programmes-looked-after",
  ];
  expect(Object.keys(files).sort()).toEqual(
    [...names, "contracts", "cpd-record", "record-of-changes", ...SHARED]
      .map((name) => `${name}.json`)
      .concat("README.txt", "files/picture-small-1.webp", "files/picture-large-1.webp", ...REQUESTED)
      .sort(),
  );
  for (const name of Object.keys(files)) if (name.endsWith(".json")) expect(files["README.txt"]).toContain(name);
  const read = (name: string) => JSON.parse(files[`${name}.json`] ?? "null");
  expect(read("account")).toMatchObject({
    Name: me.name,
    "Membership number": me.number,
    Mentor: true,
    Joined: "2026-01-05T09:00:00+00:00",
  });
  expect(read("profile-as-mentor")).toMatchObject({ Topics: ["Career planning"], "Ways to meet": ["In person", "Video call"] });
  const accepted = read("proposals").find((one: { Number: string }) => one.Number === proposals.accepted);
  expect(accepted).toMatchObject({
    Mentor: people.mentor.name,
    Status: "accepted",
    Sent: "2026-06-01T10:00:00+01:00",
    Texts: [{ Version: 1, Objectives: "mine", Topics: ["Career planning"] }],
  });
  expect(read("record-of-changes").at(-1)).toMatchObject({ What: "data-downloaded", "Done by": "member" });
  // What the society wrote to the partner alone is not theirs.
  expect(read("letters-from-the-society").map(({ Subject }: { Subject: string }) => Subject)).toEqual(["mine", "mine"]);
  const shared = { "Number of the proposal": proposals.guided };
  expect(read("messages")).toContainEqual({
    ...shared,
    Message: 2,
    From: people.mentee.name,
    Words: "theirmessage",
    Sent: expect.any(String),
  });
  expect(read("meetings")[0]).toMatchObject({ ...shared, "Title and details": { title: "minetitle", details: "minedetails" } });
  const [worksheet] = read("swot-and-g-star");
  expect(worksheet.Versions[0]).toMatchObject({ By: me.name, "What was written": { strengths: "mineswot" } });
  expect(read("goals")[0].Steps.map((step: { What: string }) => step.What)).toEqual(["added", "noted"]);
  const ended = read("relationships").find(
    (one: Record<string, unknown>) => one["Number of the proposal"] === proposals.accepted,
  );
  expect(ended).toMatchObject({ "What was said about the end": "mine" });
  expect(read("e-mails").some((one: { Subject?: string }) => one.Subject !== undefined)).toBe(true);
});

test("a partner who was erased is a former member in it", async () => {
  const { me, people } = await live();
  await erase(people.mentor.id, { ...people.mentor, memberId: me.id, staff: "staff" } as never, onDay(2));
  const all = Object.values(await downloadOf(me.id)).join("\n");
  expect(all).toContain("a former member");
  expect(all).not.toContain("theirmentor");
});

test("somebody who has done nothing yet has an account and no more", async () => {
  const { id, number } = await insertMember({ number: "77 / 1" });
  expect(Object.keys(await downloadOf(id)).sort()).toEqual(["README.txt", "account.json", "first-steps.json"]);
  expect(archiveName(number, "2026-06-03")).toBe("my-data-77-1-2026-06-03.zip");
});
