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
    ["look", { accent: "red" }, "accent", /six digits behind a hash/],
    ["look", { accent: "#fff" }, "accent", /six digits/],
    [
      "look",
      { accent: "#ffcc00" },
      "accent",
      /contrast on the tinted boxes is 1\.\d+ to 1, and 4\.5 to 1 is needed.*#[0-9a-f]{6}\.$/,
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
    ["proposals", { remindAfterDays: "1,2,3,4,5,6,7,8,9,10,11" }, "remindAfterDays", /at most ten/],
    ["proposals", { expireAfterDays: "366" }, "expireAfterDays", /from 1 to 365/],
    ["proposals", { openPerMentee: "0" }, "openPerMentee", /from 1 to 20/],
    ["proposals", { openPerMentee: "2.5" }, "openPerMentee", /whole number/],
    ["relationships", { months: "61" }, "months", /from 1 to 60/],
    ["relationships", { mentorsPerMentee: "-1" }, "mentorsPerMentee", /from 1 to 10/],
    ["today", { quietAfterDays: "" }, "quietAfterDays", /from 1 to 730/],
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

  it("knows what it began with, and shrugs at what it cannot read", () => {
    expect(readBase('{"name":"a"}')).toEqual({ name: "a" });
    for (const base of ["", "null", "[1]", '{"a":1}', "{"]) expect(readBase(base)).toBeNull();
  });
});
