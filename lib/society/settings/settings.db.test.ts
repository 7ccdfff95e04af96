import { describe, expect, it } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { addEntry, changeEntry, changeSection, offerEntry, removeLogo, saveSettings, takeLogo, uploadLogo } from "./commands";
import { readEntry } from "./lists";
import {
  countUse,
  findLastChange,
  findLogo,
  findLogoImage,
  getSettings,
  knownSettingsVersion,
  readStored,
  receiveSettings,
} from "./queries";
import type { MadeLogo } from "./save";
import { SECTIONS, type SectionName } from "./sections";
import { DEFAULT_SETTINGS } from "./settings";

const NOW = new Date("2026-03-02T10:00:00Z");
const helen = viewerOf(await insertMember({ name: "Helen Marsh", staff: "admin" }));
const omar = viewerOf(await insertMember({ name: "Omar Haddad", staff: "admin" }));
const [clerk, member] = [viewerOf(await insertMember({ staff: "staff" })), viewerOf(await insertMember())];

/** A form as somebody opens it now, changes it and sends it. */
async function open(name: SectionName) {
  const base = SECTIONS[name].read((await readStored()).settings);
  return (actor: Viewer, changed: Record<string, string>, take: string[] = []) =>
    changeSection(actor, name, { typed: { ...base, ...changed }, base, take }, NOW);
}

const trail = () =>
  db().auditEvent.findMany({
    where: { subject: "settings" },
    orderBy: { id: "asc" },
    select: { actor: true, actorId: true, fact: true, subjectId: true, data: true },
  });

describe("a change of the settings", () => {
  it("is refused to everybody but admins, and writes nothing", async () => {
    const send = await open("words");
    const before = (await trail()).length;
    for (const actor of [clerk, member]) {
      expect(await send(actor, { mentor: "guide" })).toEqual({ ok: false, reason: "not-allowed" });
      expect(await addEntry(actor, "topics", "Sailing", NOW)).toEqual({ ok: false, reason: "not-allowed" });
      expect(await offerEntry(actor, "topics", 1, false, NOW)).toEqual({ ok: false, reason: "not-allowed" });
      expect(await uploadLogo(actor, await logo("aa"), NOW)).toEqual({ ok: false, reason: "not-allowed" });
      expect(await removeLogo(actor, NOW)).toEqual({ ok: false, reason: "not-allowed" });
    }
    expect((await readStored()).version).toBe(0);
    expect([(await trail()).length, await db().logo.count()]).toEqual([before, 0]);
  });

  it("counts at once, and the trail says what became of what, by whom", async () => {
    const send = await open("words");
    expect(await send(helen, { mentor: "guide", mentors: "guides" })).toEqual({ ok: true, value: { isMerged: false } });
    expect((await getSettings()).words.mentor).toBe("guide");
    const by = { actor: "staff", actorId: helen.memberId, fact: "setting-changed", subjectId: null };
    expect(await trail()).toEqual([
      { ...by, data: { setting: "words.mentor", from: "mentor", to: "guide", version: 1 } },
      { ...by, data: { setting: "words.mentors", from: "mentors", to: "guides", version: 1 } },
    ]);
    expect(await findLastChange()).toEqual({ at: NOW, by: "Helen Marsh" });
  });

  it("is done once, however often the button is pressed", async () => {
    const send = await open("relationships");
    const before = (await trail()).length;
    const results = await Promise.all([1, 2, 3].map(() => send(helen, { months: "18" })));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await trail()).length).toBe(before + 1);
  });

  it("reaches a process that knows an older version with its very next request", async () => {
    const old = knownSettingsVersion();
    await (await open("society"))(omar, { name: "Another Society" });
    // As the question of every request asks (lib/people/auth/session.ts).
    const ask = () => db().$queryRaw<{ version: number; values: unknown }[]>`
      SELECT "version", CASE WHEN "version" IS DISTINCT FROM ${old}::integer THEN "values" END AS "values" FROM "settings"`;
    const [row] = await ask();
    expect(row?.version).toBeGreaterThan(old);
    expect(receiveSettings(row?.version ?? 0, row?.values).society.name).toBe("Another Society");
    expect(receiveSettings(knownSettingsVersion(), null).society.name).toBe("Another Society");
  });
});

describe("two admins at once", () => {
  it("both get what they wanted when they changed different things", async () => {
    const [one, other, elsewhere] = [await open("contact"), await open("contact"), await open("today")];
    const results = await Promise.all([
      one(helen, { email: "help@example.org" }),
      other(omar, { phone: "01632 960 240" }),
      elsewhere(omar, { quietAfterDays: "90" }),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { support, today } = await getSettings();
    expect([support.email, support.phone, today.quietAfterDays]).toEqual(["help@example.org", "01632 960 240", 90]);
  });

  it("the second is told when both changed the same thing, keeps what was typed, and decides", async () => {
    const [one, other] = [await open("words"), await open("words")];
    await one(helen, { mentee: "learner" });
    const second = await other(omar, { mentee: "apprentice" });
    expect(second).toMatchObject({
      ok: false,
      reason: "clash",
      by: "Helen Marsh",
      texts: { mentee: "apprentice" },
      theirs: { mentee: "learner" },
    });
    expect((await getSettings()).words.mentee).toBe("learner");
    if (second.ok || second.reason !== "clash") throw new Error("no clash");
    const again = { typed: second.texts, base: JSON.parse(second.base), take: [] };
    expect(await changeSection(omar, "words", again, NOW)).toMatchObject({ ok: true });
    expect((await getSettings()).words.mentee).toBe("apprentice");
  });

  it("what they changed together must still go together", async () => {
    const [one, other] = [await open("proposals"), await open("proposals")];
    await one(helen, { expireAfterDays: "30", remindAfterDays: "3, 28" });
    await (await open("proposals"))(helen, { remindAfterDays: "3, 7, 15" });
    const late = await open("proposals");
    await (await open("proposals"))(helen, { remindAfterDays: "3, 28" });
    expect(await late(omar, { expireAfterDays: "20" })).toEqual({
      ok: false,
      reason: "wrong",
      field: "remindAfterDays",
      sentence: "Every reminder must come before the proposal expires on day 20.",
    });
    expect((await other(omar, { openPerMentee: "4" })).ok).toBe(true);
    expect((await getSettings()).proposals).toEqual({
      ...DEFAULT_SETTINGS.proposals,
      remindAfterDays: [3, 28],
      expireAfterDays: 30,
      openPerMentee: 4,
    });
  });

  it("one of two who retire the last two entries is refused", async () => {
    await saveSettings({
      languages: [
        { id: 1, label: "English" },
        { id: 2, label: "Welsh" },
      ],
    });
    const results = await Promise.all([
      offerEntry(helen, "languages", 1, false, NOW),
      offerEntry(omar, "languages", 2, false, NOW),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "last-offered" });
    expect((await getSettings()).languages.filter(({ retired }) => !retired)).toHaveLength(1);
  });

  it("two new entries get numbers of their own", async () => {
    await Promise.all([addEntry(helen, "sectors", "Farming", NOW), addEntry(omar, "sectors", "Fishing", NOW)]);
    const added = (await getSettings()).sectors.slice(-2);
    expect(added.map(({ label }) => label).sort()).toEqual(["Farming", "Fishing"]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(2);
  });

  it("two names for the same entry are put before the second", async () => {
    const base = readEntry((await readStored()).settings, "topics", 3);
    const rename = (actor: Viewer, label: string) =>
      changeEntry(actor, "topics", 3, { typed: { ...base, label }, base, take: [] }, NOW);
    expect(await rename(helen, "Goals")).toMatchObject({ ok: true });
    expect(await rename(omar, "Aims")).toMatchObject({ reason: "clash", theirs: { label: "Goals" }, by: "Helen Marsh" });
  });
});

it("counts the profiles that use an entry", async () => {
  await insertMentor({ topics: [1, 41], sector: 41 });
  await insertMentee({ topics: [41], sector: 41, careerStage: 5 });
  expect((await countUse("topics")).get(41)).toBe(2);
  expect((await countUse("sectors")).get(41)).toBe(2);
  expect((await countUse("careerStages")).get(5)).toBe(1);
  expect((await countUse("languages")).get(41)).toBeUndefined();
});

describe("a logo", () => {
  it("is looked at first, then used, and the one before it stays for the mails that show it", async () => {
    const [first, second] = [await logo("first"), await logo("second")];
    expect(await takeLogo(helen, first.name, NOW)).toEqual({ ok: false, reason: "no-such-logo" });
    await uploadLogo(helen, first, NOW);
    expect((await getSettings()).society.logo).toBeNull();
    expect(await findLogo(first.name)).toEqual({ name: first.name, width: 120, height: 40 });
    await takeLogo(helen, first.name, NOW);
    await uploadLogo(omar, second, NOW);
    await takeLogo(omar, second.name, NOW);
    expect((await getSettings()).society.logo?.name).toBe(second.name);
    expect(await findLogoImage(first.name)).toEqual(first.image);
    expect((await trail()).at(-1)?.data).toMatchObject({ setting: "society.logo", from: first.name, to: second.name });
  });

  it("that nobody used goes after a day, and all go when it is removed", async () => {
    const [unused, later] = [await logo("unused"), await logo("later")];
    await uploadLogo(helen, unused, NOW);
    await uploadLogo(helen, later, new Date(NOW.getTime() + 25 * 3_600_000));
    expect(await findLogo(unused.name)).toBeNull();
    expect(await db().logo.count({ where: { usedAt: { not: null } } })).toBe(2);
    expect(await removeLogo(helen, NOW)).toMatchObject({ ok: true });
    expect((await getSettings()).society.logo).toBeNull();
    expect(await db().logo.count()).toBe(0);
  });

  it("is refused by the database itself when it is anything but a small PNG", async () => {
    const page = new Uint8Array(Buffer.from("<script>alert(1)</script>"));
    await expect(uploadLogo(helen, { ...(await logo("x")), image: page }, NOW)).rejects.toThrow(/_check/);
    await expect(uploadLogo(helen, { ...(await logo("x")), name: "../../x" }, NOW)).rejects.toThrow(/_check/);
    await expect(uploadLogo(helen, { ...(await logo("x")), width: 5000 }, NOW)).rejects.toThrow(/_check/);
  });
});

it("the defaults are what an empty row means", async () => {
  expect(await saveSettings({})).toEqual(DEFAULT_SETTINGS);
});

/** Something that begins like a PNG file; what is behind it is for lib/people/pictures. */
async function logo(word: string): Promise<MadeLogo> {
  const name = Buffer.from(word.padEnd(16, "-")).toString("hex").slice(0, 32);
  const image = new Uint8Array(Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.from(word)]));
  return { name, image, width: 120, height: 40 };
}
