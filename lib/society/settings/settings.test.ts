import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, LIST_NAMES, labelOf, labelsOf, offered, Settings } from "./settings";

describe("settings that nobody has touched", () => {
  test("are those that the product was agreed with", () => {
    const { society, support, words, proposals, relationships, today, surveys, retention } = DEFAULT_SETTINGS;
    expect({ society, support, words, proposals, relationships, today, surveys, retention }).toEqual({
      society: {
        name: "Our society",
        product: "Connect",
        websiteUrl: null,
        accountUrl: null,
        renewUrl: null,
        cpdUrl: null,
        logo: null,
        accent: "#1d4e57",
        accentOnDark: "#8cc6cb",
        timeZone: "Europe/London",
        isFoundBySearch: false,
      },
      support: { email: null, phone: null, postalAddress: null },
      words: { mentor: "mentor", mentors: "mentors", mentee: "mentee", mentees: "mentees" },
      proposals: {
        remindAfterDays: [3, 7, 15],
        expireAfterDays: 21,
        openPerMentee: 3,
        furtherChoices: 2,
        askAfterExpired: 1,
        standDownAfterExpired: 2,
        askAfterSilentMonths: 12,
        remindProfileOnDay: 3,
        remindFirstProposalOnDays: [3, 10],
        openQuestions: 3,
        questionDays: 14,
      },
      relationships: {
        mentorsPerMentee: 1,
        months: 12,
        askIfMetOnDays: [4, 10, 21],
        askIfStillMeetingAfterDays: 45,
        tellStaffAfterDays: 7,
      },
      today: { firstConversationAfterDays: 14, nearExpiryDays: 3, quietAfterDays: 60 },
      surveys: { meeting: false, pulse: false, pulseOnDay: 30, pulseEveryDays: 60, closing: false },
      retention: { mails: 180, notices: 730, requests: 730, surveys: 730, deletedAccounts: 0 },
    });
  });

  test.each(LIST_NAMES)("%s has entries with different names, numbered from one, all of them offered", (list) => {
    const entries = DEFAULT_SETTINGS[list];
    expect(entries.map(({ id }) => id)).toEqual(entries.map((_, at) => at + 1));
    expect(new Set(entries.map(({ label }) => label)).size).toBe(entries.length);
    expect(offered(entries)).toEqual(entries);
    expect(entries.length).toBeGreaterThan(0);
  });

  test("there is something to choose from", () => {
    expect(LIST_NAMES.map((list) => [list, DEFAULT_SETTINGS[list].length])).toEqual([
      ["topics", 7],
      ["sectors", 5],
      ["regions", 5],
      ["methods", 4],
      ["languages", 1],
      ["careerStages", 5],
      ["rejectionReasons", 5],
    ]);
    // Everybody starts in English; the first language goes without saying.
    expect(labelOf(DEFAULT_SETTINGS.languages, 1)).toBe("English");
  });
});

describe("what is stored", () => {
  test("has the name of its time zone today, whichever was stored", () => {
    const zoneOf = (timeZone: string) => Settings.parse({ society: { timeZone } }).society.timeZone;
    expect(["Asia/Calcutta", "Etc/UTC", "Europe/London"].map(zoneOf)).toEqual(["Asia/Kolkata", "UTC", "Europe/London"]);
  });

  const society = (changed: object) => ({ society: changed });
  const entries = (...ids: number[]) => ({ topics: ids.map((id) => ({ id, label: `Topic ${id}` })) });
  const proposals = (changed: object) => ({ proposals: changed });
  const LOGO = { name: "0123456789abcdef0123456789abcdef", width: 1, height: 1 };

  test.each<[string, object]>([
    ["longest names", society({ name: "x".repeat(80), product: "x".repeat(40) })],
    ["shortest names", society({ name: "x", product: "x" })],
    ["a colour in capitals", society({ accent: "#ABCDEF", accentOnDark: "#ABCDEF" })],
    ["a logo", society({ logo: LOGO })],
    [
      "addresses",
      society({ websiteUrl: "https://i.example/", accountUrl: "https://i.example/", renewUrl: "https://i.example/" }),
    ],
    ["the first and the last number of a list", entries(0, 62)],
    ["an entry with a long name", { topics: [{ id: 1, label: "x".repeat(80) }] }],
    ["no reminder at all", proposals({ remindAfterDays: [] })],
    ["a reminder on the last day before expiry", proposals({ remindAfterDays: [1, 20], expireAfterDays: 21 })],
    ["the longest time", proposals({ remindAfterDays: [364], expireAfterDays: 365, openPerMentee: 20 })],
    ["the shortest time", proposals({ remindAfterDays: [], expireAfterDays: 1, openPerMentee: 1 })],
    ["ten reminders", proposals({ remindAfterDays: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })],
    ["least of everything", { relationships: { mentorsPerMentee: 1, months: 1 }, today: today(1, 1, 1) }],
    ["most of everything", { relationships: { mentorsPerMentee: 10, months: 60 }, today: today(365, 60, 730) }],
  ])("may be %s", (_, stored) => {
    expect(Settings.parse(stored)).toMatchObject(stored);
  });

  test.each<[string, object]>([
    ["no name", society({ name: "" })],
    ["a name that is too long", society({ name: "x".repeat(81) })],
    ["no product", society({ product: "" })],
    ["a product that is too long", society({ product: "x".repeat(41) })],
    ["no address", society({ websiteUrl: "here" })],
    ["no account address", society({ accountUrl: "here" })],
    ["no address for renewal", society({ renewUrl: "here" })],
    ["a colour of three digits", society({ accent: "#fff" })],
    ["a colour with something behind it", society({ accent: "#1d4e570" })],
    ["a colour with something before it", society({ accent: "x#1d4e57" })],
    ["a dark colour of three digits", society({ accentOnDark: "#fff" })],
    ["a dark colour with something behind it", society({ accentOnDark: "#1d4e570" })],
    ["a dark colour with something before it", society({ accentOnDark: "x#1d4e57" })],
    ["a logo with another name", society({ logo: { ...LOGO, name: "x" } })],
    ["a logo with more of a name", society({ logo: { ...LOGO, name: `${LOGO.name}0` } })],
    ["a logo with something before its name", society({ logo: { ...LOGO, name: `x${LOGO.name}` } })],
    ["half a point", society({ logo: { ...LOGO, width: 0.5 } })],
    ["half a line", society({ logo: { ...LOGO, height: 0.5 } })],
    ["an e-mail address that is none", { support: { email: "help" } }],
    ["an empty word", { words: { mentor: "" } }],
    ["an empty word for many", { words: { mentors: "" } }],
    ["an empty word for the other", { words: { mentee: "" } }],
    ["an empty word for many others", { words: { mentees: "" } }],
    ["a number below the first", entries(-1)],
    ["a number that no mask has a bit for", entries(63)],
    ["half a number", entries(0.5)],
    ["a number twice", entries(1, 1)],
    ["an entry without a name", { topics: [{ id: 1, label: "" }] }],
    ["an entry whose name is too long", { topics: [{ id: 1, label: "x".repeat(81) }] }],
    ["reminders that do not ascend", proposals({ remindAfterDays: [7, 3] })],
    ["a reminder twice", proposals({ remindAfterDays: [3, 3] })],
    ["a reminder on the day of expiry", proposals({ remindAfterDays: [21], expireAfterDays: 21 })],
    ["a reminder at once", proposals({ remindAfterDays: [0] })],
    ["half a day", proposals({ remindAfterDays: [1.5] })],
    ["eleven reminders", proposals({ remindAfterDays: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] })],
    ["no time at all", proposals({ remindAfterDays: [], expireAfterDays: 0 })],
    ["more than a year", proposals({ expireAfterDays: 366 })],
    ["half a day to expiry", proposals({ expireAfterDays: 20.5 })],
    ["none open", proposals({ openPerMentee: 0 })],
    ["too many open", proposals({ openPerMentee: 21 })],
    ["half an open one", proposals({ openPerMentee: 1.5 })],
    ["no mentor", { relationships: { mentorsPerMentee: 0 } }],
    ["eleven mentors", { relationships: { mentorsPerMentee: 11 } }],
    ["half a mentor", { relationships: { mentorsPerMentee: 1.5 } }],
    ["no month", { relationships: { months: 0 } }],
    ["more than five years", { relationships: { months: 61 } }],
    ["half a month", { relationships: { months: 1.5 } }],
    ["a first conversation at once", { today: today(0, 1, 1) }],
    ["a first conversation after a year", { today: today(366, 1, 1) }],
    ["half a day to it", { today: today(1.5, 1, 1) }],
    ["near at once", { today: today(1, 0, 1) }],
    ["near for two months", { today: today(1, 61, 1) }],
    ["near by half a day", { today: today(1, 1.5, 1) }],
    ["quiet at once", { today: today(1, 1, 0) }],
    ["quiet for more than two years", { today: today(1, 1, 731) }],
    ["quiet for half a day", { today: today(1, 1, 1.5) }],
  ])("may not be %s", (_, stored) => {
    expect(Settings.safeParse(stored).success).toBe(false);
  });

  test("what was wrong is said to whoever repairs it by hand", () => {
    const said = (stored: object) => Settings.safeParse(stored).error?.issues.map(({ message }) => message);
    expect(said(entries(1, 1))).toEqual(["Two entries have the same number."]);
    expect(said(proposals({ remindAfterDays: [7, 3] }))).toEqual([
      "Reminder days must ascend and come before the day of expiry.",
    ]);
  });

  function today(firstConversationAfterDays: number, nearExpiryDays: number, quietAfterDays: number) {
    return { firstConversationAfterDays, nearExpiryDays, quietAfterDays };
  }
});

describe("the entries of a list", () => {
  const LIST = [
    { id: 4, label: "Four", retired: false },
    { id: 2, label: "Two", retired: true },
    { id: 7, label: "Seven", retired: false },
  ];

  test("are called by their names in the order of the list, retired or not", () => {
    expect(labelsOf(LIST, [7, 2, 9])).toEqual(["Two", "Seven"]);
    expect([labelOf(LIST, 2), labelOf(LIST, 9), labelOf(LIST, null)]).toEqual(["Two", null, null]);
  });

  test("are offered while they are not retired, and to whoever has chosen them", () => {
    expect(offered(LIST).map(({ id }) => id)).toEqual([4, 7]);
    expect(offered(LIST, [2]).map(({ id }) => id)).toEqual([4, 2, 7]);
  });
});
