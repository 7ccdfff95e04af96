import { describe, expect, test } from "vitest";
import { NOTICES } from "@/lib/entrypoints/notices";
import { toFacts } from "@/lib/notify/letters/facts";
import { markFacts } from "@/lib/notify/letters/marked-facts";
import { type OwnWords, wordsKey } from "@/lib/notify/letters/own-words";
import { listPassages } from "@/lib/notify/letters/passages";
import { braced } from "@/lib/notify/letters/placeholders";
import { type RenderedMail, renderMail } from "@/lib/notify/letters/render";
import { definitionOf } from "@/lib/notify/notices/define";
import { Settings } from "@/lib/society/settings/settings";
import { type Example, listVariants, makeExample, rolesOf } from "./examples";
import { listEditable, listKinds } from "./list";
import { MOST_PASSAGES } from "./mail-words";
import { findProblem } from "./problems";
import { hasMeaning } from "./wording";

const NOW = new Date("2026-11-21T18:00:00Z");
const CAST = { mentor: "Gareth Pugh", mentee: "Amina Okafor" };
const SETTINGS = Settings.parse({
  society: { name: "Institute of Applied Practice" },
  support: { email: "help@example.org" },
  words: { mentor: "adviser", mentors: "advisers", mentee: "learner", mentees: "learners" },
});
const KINDS = listKinds(NOTICES);

const definition = (kind: string) => definitionOf(NOTICES, kind) ?? expect.fail(kind);
const editable = (kind: string) => listEditable(NOTICES, kind) ?? expect.fail(kind);
const examples = (kind: string, settings = SETTINGS, cast = CAST, now = NOW): Example[] =>
  rolesOf(definition(kind)).map((role) => makeExample(kind, role, cast, settings, now));
const surroundings = { appUrl: "https://mentoring.example.org", now: NOW, notices: NOTICES };
const render = ({ occasion, settings }: Example, own: OwnWords | null): Promise<RenderedMail> =>
  renderMail(occasion, { ...surroundings, settings, own });
const inWords = (kind: string, say: (ours: string) => string): OwnWords =>
  new Map(editable(kind).map((passage) => [wordsKey(passage), say(passage.ours)]));

describe.each(KINDS)("the mail %s", (kind) => {
  test("has passages for every box, with placeholders that somebody has explained", () => {
    const passages = editable(kind);
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.length).toBeLessThanOrEqual(MOST_PASSAGES);
    const { group } = definition(kind);
    for (const passage of passages) {
      expect(passage.placeholders.filter((name) => !hasMeaning(name))).toEqual([]);
      expect(findProblem(passage, passage.ours, group)).toBeNull();
    }
  });

  test("has the same passages whatever it is about: what differs goes through a placeholder", () => {
    const later = new Date("2027-02-03T09:00:00Z");
    const patterns = (some: Example[], now: Date) =>
      some
        .flatMap((one) => listVariants(one).slice(0, 15))
        .map(({ occasion, settings }) => {
          const facts = markFacts(toFacts(occasion, { ...surroundings, settings, now }));
          return listPassages(definition(kind).letter(facts));
        });
    const others = examples(kind, SETTINGS, { mentor: "Li Wei", mentee: "Salma Aziz" }, later).map(withOtherFacts);
    expect(patterns(others, later)).toEqual(
      patterns(examples(kind, Settings.parse({ support: { email: "us@example.org" } })), NOW),
    );
  });

  test("written out of its own passages, says word for word what it says without", async () => {
    for (const example of examples(kind)) {
      const [plain, own] = [
        await render(example, null),
        await render(
          example,
          inWords(kind, (ours) => ours),
        ),
      ];
      expect(own.subject).toBe(plain.subject);
      expect(own.text).toBe(plain.text);
      expect(bare(own.html)).toBe(bare(plain.html));
    }
  });

  test("stays as it is, byte for byte, where the society's words are for another passage", async () => {
    const another: OwnWords = new Map([["paragraph A passage of an earlier release.", "Never read."]]);
    for (const example of examples(kind)) expect(await render(example, another)).toEqual(await render(example, null));
  });

  test("shows hostile words as text, in the passages and in every placeholder", async () => {
    const hostile = '"><script>alert(1)</script>\r\nBcc: all@example.org\u202e{{name}}[x]';
    for (const example of examples(kind, withHostile(hostile), { mentor: hostile, mentee: hostile })) {
      const own = new Map(
        editable(kind).map((passage) => {
          const links = " [<b>here</b>]".repeat(passage.links);
          return [wordsKey(passage), `<img src=x>${passage.placeholders.map(braced).join(" ")}${links}`];
        }),
      );
      const { subject, html, text } = await render(example, own);
      expect(html).not.toMatch(/<script|<img src=x|<b>here/);
      expect(html).toContain("&lt;img src=x&gt;");
      for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https:\/\/mentoring\.|mailto:)/);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });
});

test("a kind about the safety of an account keeps what to do if it was somebody else", () => {
  const security = KINDS.filter((kind) => definition(kind).group === "security").flatMap(editable);
  const warnings = security.filter(({ ours }) => /^If (it|that) was not you|^If you (did not|wonder)/.test(ours));
  expect(warnings.length).toBeGreaterThan(10);
  expect(warnings.filter(({ stays }) => !stays)).toEqual([]);
});

/** Without what React writes between two pieces of text, and with white space as it is seen. */
function bare(html: string): string {
  return html.replace(/<!-- -->/g, "").replace(/\s+/g, " ");
}

function withOtherFacts({ occasion, settings }: Example): Example {
  const { proposal, data, partner } = occasion;
  return {
    settings,
    occasion: {
      ...occasion,
      data: { ...data, day: 1, reference: "H-99999", programme: "Returners" },
      partner: partner && { ...partner, headline: "Glad to help", email: "other@example.org" },
      proposal: proposal && { ...proposal, remindDays: [1], topics: [3], expireDay: 1, rejectedBecause: 2 },
    },
  };
}

function withHostile(hostile: string): Settings {
  const words = { mentor: hostile, mentors: hostile, mentee: hostile, mentees: hostile };
  return { ...SETTINGS, words, society: { ...SETTINGS.society, name: hostile, product: hostile } };
}
