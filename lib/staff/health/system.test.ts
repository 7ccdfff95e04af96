import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { type Fault, findFaults, type Setup, type SystemFacts } from "./system";
import { listWarnings, sayBacklog, sayBytes, sayCounts, sayFault, sayFinding } from "./wording";

const NOW = new Date("2026-03-02T10:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const SETUP: Setup = {
  version: "1.0.0",
  commit: null,
  signIn: "federated",
  mailTransport: "resend",
  mailFrom: "Connect <connect@society.test>",
  scheduler: "external",
  hasCronSecret: true,
  isDemonstration: false,
  appUrl: "https://mentoring.society.test",
  wordsKeys: ["first"],
  migrations: ["1_one", "2_two"],
  startedAt: minutesAgo(5),
};
const WELL: SystemFacts = {
  database: { version: "17.0", bytes: 1, applied: ["1_one", "2_two"], failed: [], bornAt: minutesAgo(9999) },
  canWrite: true,
  hasSweepStopped: false,
  lastSweep: { startedAt: minutesAgo(10), finishedAt: minutesAgo(9), counts: {} },
  backlog: [],
  mail: { waiting: 0, untriedSince: null, triedSince: null, failed: 0 },
  findings: [],
};
const swept = (minutes: number) => ({ startedAt: minutesAgo(minutes), finishedAt: minutesAgo(minutes), counts: {} });
const mail = (since: Partial<SystemFacts["mail"]>) => ({ ...WELL.mail, ...since });

describe("whether all is well", () => {
  it.each<[string, Partial<SystemFacts>, Partial<Setup>, Fault[]]>([
    ["all is well", {}, {}, []],
    ["a sweep an hour ago", { lastSweep: swept(60) }, {}, []],
    ["no sweep for longer", { lastSweep: swept(61) }, {}, ["sweep-late"]],
    ["our own clock has just begun", { lastSweep: swept(999) }, { scheduler: "internal" }, []],
    ["our own clock stands", { lastSweep: swept(999) }, { scheduler: "internal", startedAt: minutesAgo(61) }, ["sweep-late"]],
    ["nothing swept in an old society", { lastSweep: null }, {}, ["sweep-late"]],
    ["nothing swept in a new one", { lastSweep: null, database: { ...WELL.database, bornAt: minutesAgo(3) } }, {}, []],
    ["the last sweep stopped half-way", { hasSweepStopped: true }, {}, ["sweep-failed"]],
    ["the last sweep left a row undone", { lastSweep: { ...swept(5), counts: { failed: 1 } } }, {}, ["sweep-failed"]],
    ["the last sweep says that nothing failed", { lastSweep: { ...swept(5), counts: { failed: 0 } } }, {}, []],
    ["a full disk", { canWrite: false }, {}, ["database-cannot-write"]],
    ["a mail due for an hour", { mail: mail({ untriedSince: minutesAgo(60) }) }, {}, []],
    ["a mail due for longer, that nobody tried", { mail: mail({ untriedSince: minutesAgo(61) }) }, {}, ["mail-stuck"]],
    ["a mail tried for three hours", { mail: mail({ triedSince: minutesAgo(180) }) }, {}, []],
    ["a mail tried for five hours", { mail: mail({ triedSince: minutesAgo(300) }) }, {}, ["mail-stuck"]],
    ["mails that were given up are for staff", { mail: mail({ failed: 9 }) }, {}, []],
    ["a migration lacks", {}, { migrations: ["1_one", "2_two", "3_three"] }, ["migration-missing"]],
    ["a migration stands half done", { database: { ...WELL.database, failed: ["3_three"] } }, {}, ["migration-failed"]],
    ["nobody knows the migrations", {}, { migrations: null }, []],
  ])("%s", (_what, facts, setup, faults) => {
    expect(findFaults({ ...WELL, ...facts }, { ...SETUP, ...setup }, NOW)).toEqual(faults);
  });

  it("is no when the database is away", () => {
    expect(findFaults(null, SETUP, NOW)).toEqual(["database-away"]);
    expect(sayFault("database-away")).toBe("The database is not responding.");
  });
});

describe("what is worth mending", () => {
  const whole = Settings.parse({
    society: { websiteUrl: "https://s.test/", renewUrl: "https://s.test/renew" },
    support: { email: "help@s.test" },
  });

  it("is nothing where all is set", () => {
    expect(listWarnings(SETUP, whole)).toEqual([]);
  });

  it.each<[Partial<Setup>, RegExp]>([
    [{ appUrl: "http://mentoring.society.test" }, /^APP_URL is not https/],
    [{ mailTransport: "capture" }, /^MAIL_TRANSPORT is capture/],
    [{ mailFrom: "Connect <connect@example.org>" }, /^MAIL_FROM is an example/],
    [{ hasCronSecret: false, scheduler: "internal" }, /^CRON_SECRET is not set/],
    [{ wordsKeys: ["second", "first"] }, /^WORDS_KEYS still contains old keys/],
    [{ migrations: null }, /^The list of migrations/],
  ])("%j", (setup, sentence) => {
    expect(listWarnings({ ...SETUP, ...setup }, whole)).toEqual([expect.stringMatching(sentence)]);
  });

  it("is help, website and renewal in a society that has said nothing", () => {
    expect(listWarnings(SETUP, DEFAULT_SETTINGS)).toHaveLength(3);
    expect(
      listWarnings({ ...SETUP, isDemonstration: true, mailTransport: "capture", appUrl: "http://localhost" }, whole),
    ).toEqual([]);
  });
});

it("says numbers as people do", () => {
  expect(sayBacklog({ words: ["proposal", "proposals"], overdue: 1 })).toBe("1 proposal");
  expect(sayBacklog({ words: ["pause of a mentor", "pauses of mentors"], overdue: 40 })).toBe("40 pauses of mentors");
  expect(sayBacklog({ words: ["proposal", "proposals"], overdue: 50 })).toBe("50 proposals");
  expect(sayBacklog({ words: ["proposal", "proposals"], overdue: 51 })).toBe("more than 50 proposals");
  expect([sayBytes(8_400_000), sayBytes(48_000_000), sayBytes(2_500_000_000)]).toEqual(["8.4 MB", "48 MB", "2.5 GB"]);
  expect(sayCounts({ expired: 3, reminded: 0, mailsSent: 1200, odd: "x" })).toBe("3 proposals expired, 1,200 e-mails sent");
  expect(sayCounts({})).toBe("nothing was due");
  expect(sayFinding("unheard-of")).toContain("unheard-of");
});
