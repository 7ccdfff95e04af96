import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findWrong, inputOf, readBase, SECTIONS, type SectionName } from "./sections";
import { DEFAULT_SETTINGS, Settings } from "./settings";

const FILLED = Settings.parse({
  society: { name: "Institute", websiteUrl: "https://i.example/", accountUrl: "http://i.example/me", renewUrl: null },
  support: { email: "help@i.example", phone: "+44 20 7946 0000" },
});
const NAMES = Object.keys(SECTIONS) as SectionName[];

function send(name: SectionName, changed: Record<string, string>) {
  const form = new FormData();
  const texts = { ...SECTIONS[name].read(FILLED), ...changed };
  for (const [field, text] of Object.entries(texts)) form.set(field, text);
  return parseWithZod(form, { schema: inputOf(SECTIONS[name]) });
}

describe("a form of the settings", () => {
  it.each(NAMES)("%s: what is set is accepted as it stands, and changes nothing", (name) => {
    for (const settings of [DEFAULT_SETTINGS, FILLED]) {
      const texts = SECTIONS[name].read(settings);
      expect(findWrong(SECTIONS[name], texts)).toBeNull();
      expect(SECTIONS[name].write(settings, texts)).toEqual(settings);
    }
    expect(send(name, {}).status).toBe("success");
  });

  it.each(NAMES)("%s: whatever is typed is refused in a sentence, or makes settings that are valid", (name) => {
    const fields = Object.keys(SECTIONS[name].fields);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: "binary", maxLength: 60 }), (field, typed) => {
        const sent = send(name, { [field]: typed });
        if (sent.status !== "success") {
          for (const sentence of Object.values(sent.error ?? {}).flat()) expect(sentence).toMatch(/^[A-Z#].*\.$/s);
          return;
        }
        const { base, take, intent, ...texts } = sent.value;
        const settings = SECTIONS[name].write(FILLED, texts as Record<string, string>);
        expect(Settings.parse(settings)).toEqual(settings);
      }),
    );
  });

  it.each<[SectionName, Record<string, string>, string, RegExp]>([
    ["society", { name: "" }, "name", /Enter the society's name/],
    ["society", { name: "x".repeat(81) }, "name", /80 characters/],
    ["society", { timeZone: "Mars/Olympus" }, "timeZone", /from the list/],
    ["society", { timeZone: "" }, "timeZone", /Choose a time zone/],
    ["look", { accent: "red" }, "accent", /a hash and six digits/],
    ["look", { accent: "#fff" }, "accent", /six digits/],
    [
      "look",
      { accent: "#ffcc00" },
      "accent",
      /contrast on the tinted boxes is 1\.\d+ to 1, and at least 4\.5 to 1 is needed.*#[0-9a-f]{6}\.$/,
    ],
    ["look", { accentOnDark: "#1d4e57" }, "accentOnDark", /is 1\.\d+ to 1/],
    ["words", { mentor: "<b>guide</b>" }, "mentor", /lower-case letters/],
    ["words", { mentor: "Guide" }, "mentor", /lower-case/],
    ["words", { mentor: "{mentee}" }, "mentor", /lower-case/],
    ["words", { mentee: "mentor" }, "mentee", /different words/],
    ["proposals", { remindAfterDays: "3, 7, soon" }, "remindAfterDays", /whole numbers/],
    ["proposals", { remindAfterDays: "7, 3" }, "remindAfterDays", /later than the one before/],
    ["proposals", { remindAfterDays: "3, 3" }, "remindAfterDays", /later than/],
    ["proposals", { remindAfterDays: "3, 21" }, "remindAfterDays", /before the proposal expires on day 21/],
    ["proposals", { expireAfterDays: "15" }, "remindAfterDays", /on day 15/],
    ["proposals", { remindAfterDays: "1,2,3,4,5,6,7,8,9,10,11" }, "remindAfterDays", /up to ten/],
    ["proposals", { expireAfterDays: "366" }, "expireAfterDays", /from 1 to 365/],
    ["proposals", { openPerMentee: "0" }, "openPerMentee", /from 1 to 20/],
    ["proposals", { openPerMentee: "2.5" }, "openPerMentee", /whole number/],
    ["relationships", { months: "61" }, "months", /from 1 to 60/],
    ["relationships", { mentorsPerMentee: "-1" }, "mentorsPerMentee", /from 1 to 10/],
    ["today", { quietAfterDays: "" }, "quietAfterDays", /from 1 to 730/],
    ["board", { day: "29" }, "day", /from 1 to 28/],
    ["board", { readers: "somebody" }, "readers", /people from the list/],
    ["privacy", { mails: "-1" }, "mails", /from 0 to 3650/],
    ["privacy", { notices: "" }, "notices", /whole number/],
    ["privacy", { searchEngines: "maybe" }, "searchEngines", /one of the two/],
    ["contact", { email: "help" }, "email", /e-mail address such as/],
    ["contact", { phone: "ring us" }, "phone", /digits, spaces/],
    ["contact", { websiteUrl: "javascript:alert(1)" }, "websiteUrl", /https/],
    ["contact", { websiteUrl: "https://user:word@i.example/" }, "websiteUrl", /https/],
    ["contact", { renewUrl: "i.example/renew" }, "renewUrl", /https/],
    ["contact", { accountUrl: "ftp://i.example" }, "accountUrl", /https/],
  ])("%s %j is refused beside %s", (name, changed, field, sentence) => {
    const errors = send(name, changed).reply().error ?? {};
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]?.[0]).toMatch(sentence);
  });

  it("takes what people type for what they mean", () => {
    const value = (name: SectionName, changed: Record<string, string>) => {
      const sent = send(name, changed);
      return sent.status === "success" ? sent.value : sent.reply().error;
    };
    expect(value("look", { accent: " 1D4E57 " })).toMatchObject({ accent: "#1d4e57" });
    expect(value("proposals", { remindAfterDays: "3,7 ; 15" })).toMatchObject({ remindAfterDays: "3, 7, 15" });
    expect(value("proposals", { remindAfterDays: "" })).toMatchObject({ remindAfterDays: "" });
    expect(value("proposals", { openPerMentee: "05" })).toMatchObject({ openPerMentee: "5" });
    expect(value("words", { mentor: "  wise   woman " })).toMatchObject({ mentor: "wise woman" });
    expect(value("contact", { email: "", phone: "" })).toMatchObject({ email: "", phone: "" });
  });

  it.each<[SectionName, string, string]>([
    ["society", "name", "x".repeat(80)],
    ["society", "product", "x".repeat(40)],
    ["society", "timeZone", "UTC"],
    ["society", "timeZone", "America/Argentina/Buenos_Aires"],
    ["words", "mentor", "x".repeat(40)],
    ["words", "mentor", "l’ami-de o'x"],
    ["proposals", "remindAfterDays", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"],
    ["proposals", "remindAfterDays", "20"],
    ["proposals", "expireAfterDays", "365"],
    ["proposals", "openPerMentee", "1"],
    ["proposals", "openPerMentee", "20"],
    ["relationships", "mentorsPerMentee", "1"],
    ["relationships", "mentorsPerMentee", "10"],
    ["relationships", "months", "1"],
    ["relationships", "months", "60"],
    ["today", "firstConversationAfterDays", "1"],
    ["today", "firstConversationAfterDays", "365"],
    ["today", "nearExpiryDays", "1"],
    ["today", "nearExpiryDays", "60"],
    ["today", "quietAfterDays", "1"],
    ["today", "quietAfterDays", "730"],
    ["contact", "email", `${"x".repeat(60)}@${"i".repeat(60)}.example`],
    ["contact", "phone", "(020) 7946-0000/1"],
    ["contact", "websiteUrl", "HTTP://i.example:8080?a=b"],
    ["contact", "websiteUrl", "https://i.example#here"],
    ["contact", "websiteUrl", `https://i.example/${"x".repeat(282)}`],
  ])("%s: as %s %j is good", (name, field, typed) => {
    const sent = send(name, { [field]: typed });
    expect(sent.status === "success" && (sent.value as Record<string, unknown>)[field]).toBe(typed);
  });

  it.each<[SectionName, string, string, RegExp]>([
    ["society", "product", "", /name for this platform/],
    ["society", "product", "x".repeat(41), /40 characters/],
    ["society", "timeZone", `UTC${"x".repeat(62)}`, /64 characters/],
    ["society", "timeZone", "xUTC", /from the list/],
    ["society", "timeZone", "UTC/", /from the list/],
    ["society", "timeZone", "EST", /from the list/],
    ["words", "mentor", "", /Enter the word/],
    ["words", "mentor", "x".repeat(41), /40 characters/],
    ["words", "mentors", "mentees", /different words/],
    ["words", "mentor", "-guide", /lower-case/],
    ["words", "mentor", "guide!", /lower-case/],
    ["look", "accent", "x#1d4e57", /six digits/],
    ["look", "accent", "#1d4e57x", /six digits/],
    ["proposals", "remindAfterDays", "0, 3", /whole numbers/],
    ["proposals", "remindAfterDays", "1000", /whole numbers/],
    ["proposals", "remindAfterDays", "x3", /whole numbers/],
    ["proposals", "remindAfterDays", "3x", /whole numbers/],
    ["proposals", "expireAfterDays", "0", /from 1 to 365/],
    ["proposals", "expireAfterDays", "12345", /from 1 to 365/],
    ["proposals", "openPerMentee", "21", /from 1 to 20/],
    ["proposals", "openPerMentee", "x1", /from 1 to 20/],
    ["proposals", "openPerMentee", "1x", /from 1 to 20/],
    ["relationships", "mentorsPerMentee", "11", /from 1 to 10/],
    ["relationships", "months", "0", /from 1 to 60/],
    ["today", "firstConversationAfterDays", "366", /from 1 to 365/],
    ["today", "firstConversationAfterDays", "0", /from 1 to 365/],
    ["today", "nearExpiryDays", "61", /from 1 to 60/],
    ["today", "nearExpiryDays", "0", /from 1 to 60/],
    ["today", "quietAfterDays", "731", /from 1 to 730/],
    ["today", "quietAfterDays", "0", /from 1 to 730/],
    ["contact", "email", `help@${"x".repeat(200)}.example`, /200 characters/],
    ["contact", "phone", "1".repeat(41), /40 characters/],
    ["contact", "phone", "12", /digits, spaces/],
    ["contact", "phone", "x123", /digits, spaces/],
    ["contact", "phone", "123x", /digits, spaces/],
    ["contact", "websiteUrl", `https://i.example/${"x".repeat(283)}`, /300 characters/],
    ["contact", "websiteUrl", "xhttps://i.example/", /begins with https/],
    ["contact", "websiteUrl", "https://i.example/ x", /begins with https/],
    ["contact", "websiteUrl", "https:///i.example", /begins with https/],
    ["contact", "websiteUrl", "https://i.example:port/", /begins with https/],
  ])("%s: as %s %j is refused", (name, field, typed, sentence) => {
    const wrong = send(name, { [field]: typed }).reply().error ?? {};
    expect(Object.values(wrong).flat().join(" ")).toMatch(sentence);
  });

  it("says both where both roles have the same words, beside the second one", () => {
    const same = { mentor: "a", mentors: "b", mentee: "a", mentees: "b" };
    expect(Object.keys(send("words", same).reply().error ?? {})).toEqual(["mentee", "mentees"]);
    expect(Object.keys(send("look", { accent: "#ffcc00", accentOnDark: "#1d4e57" }).reply().error ?? {})).toEqual([
      "accent",
      "accentOnDark",
    ]);
  });

  it("finds what does not go together, first things first", () => {
    const read = (name: SectionName) => SECTIONS[name].read(FILLED);
    expect(findWrong(SECTIONS.words, { ...read("words"), mentee: "mentor" })).toEqual({
      field: "mentee",
      sentence: "The two roles need different words.",
    });
    expect(findWrong(SECTIONS.society, { ...read("society"), name: "", product: "" })).toEqual({
      field: "name",
      sentence: "Enter the society's name.",
    });
  });

  it("carries what it began with and what is to stand, within bounds", () => {
    const more = (fields: Record<string, string | string[]>) => {
      const form = new FormData();
      for (const [field, text] of Object.entries({ ...SECTIONS.relationships.read(FILLED), ...fields }))
        for (const one of [text].flat()) form.append(field, one);
      const sent = parseWithZod(form, { schema: inputOf(SECTIONS.relationships) });
      return sent.status === "success" ? sent.value : null;
    };
    expect(more({})).toMatchObject({ base: "", take: [] });
    expect(more({ intent: "preview" })).toMatchObject({ intent: "preview" });
    expect(more({ intent: "publish" })).toBeNull();
    expect(more({ base: "x".repeat(20_000), take: Array(20).fill("x".repeat(40)) })?.take).toHaveLength(20);
    expect(more({ base: "x".repeat(20_001) })).toBeNull();
    expect(more({ take: Array(21).fill("x") })).toBeNull();
    expect(more({ take: ["x".repeat(41)] })).toBeNull();
  });

  it("knows what it began with, and shrugs at what it cannot read", () => {
    expect(readBase('{"name":"a"}')).toEqual({ name: "a" });
    for (const base of ["", "null", "[1]", '{"a":1}', "{"]) expect(readBase(base)).toBeNull();
  });
});
