import { describe, expect, test } from "vitest";
import { plain } from "@/lib/foundation/blocks";
import { readFirstText } from "@/lib/society/content/first-text";
import { parseMarkdown } from "@/lib/society/content/markdown";
import { choosePassages, fillBlocks } from "@/lib/society/content/placeholders";
import { privacy } from "./privacy-section";
import { daysKept, KINDS, RETENTION, SETTABLE_KINDS, sayKept } from "./retention";
import { DEFAULT_SETTINGS, Settings } from "./settings";

const SHORTER = Settings.parse({ retention: { mails: 30, notices: 0, requests: 1, deletedAccounts: 365 } });

describe("how long things are kept", () => {
  test("is said in days, or as long as what", () => {
    const { retention } = SHORTER;
    expect(sayKept("mails", retention)).toBe("The text of e-mails that we have sent you: 30 days after they were written.");
    expect(sayKept("notices", retention)).toBe("What you were told under Notifications: as long as your account.");
    expect(sayKept("requests", retention)).toContain(": 1 day after they were solved.");
    expect(sayKept("links", retention)).toContain(": 7 days after");
    expect([daysKept("deletedAccounts", retention), daysKept("trail", retention)]).toEqual([365, 0]);
  });

  test.each(KINDS)("of %s has a reason, and an end where it has days", (kind) => {
    const { why, from, days, forever } = RETENTION[kind];
    expect(why).toMatch(/^[A-Z].{15,}\.$/);
    expect(days > 0 ? from : forever).toBeTruthy();
  });

  test("may be changed for the kinds of the form, which begins with what is set", () => {
    expect(Object.keys(privacy.fields).sort()).toEqual([...SETTABLE_KINDS, "searchEngines"].sort());
    expect(privacy.read(SHORTER)).toMatchObject({ mails: "30", notices: "0" });
  });

  test.each([DEFAULT_SETTINGS, SHORTER])("is what the privacy policy says, kind by kind", async (settings) => {
    const surroundings = { settings, signIn: "federated" as const };
    const { body } = await readFirstText("privacy");
    const blocks = fillBlocks(parseMarkdown(choosePassages(body, surroundings)), surroundings);
    const words = blocks.map((block) => ("inlines" in block ? plain(block.inlines) : "")).join(" ");
    for (const kind of KINDS) expect(words).toContain(sayKept(kind, settings.retention));
  });
});
