import { describe, expect, test } from "vitest";
import { NOTICES } from "@/lib/entrypoints/notices";
import { needs } from "@/lib/notify/notices/define";
import type { DigestItem, Occasion } from "@/lib/notify/notices/occasion";
import { notificationHref, notificationSentence } from "@/lib/notify/notices/sentence";
import { Settings } from "@/lib/society/settings/settings";
import { isAlone, isForMentor, NOTICE_KINDS } from "@/testing/mail/kinds";
import type { Setting } from "./facts";
import { renderMail } from "./render";

const ID = "0b8c6d4e-0000-4000-8000-000000000001";
const SETTING: Setting = {
  settings: Settings.parse({
    society: { name: "Institute of Applied Practice" },
    support: { email: "help@example.org", phone: "020 7946 0000" },
  }),
  appUrl: "https://mentoring.example.org",
  now: new Date("2026-11-21T18:00:00Z"),
  notices: NOTICES,
};

function occasion(kind: string, changes: Partial<Occasion> = {}): Occasion {
  const isMentor = isForMentor(kind);
  return {
    kind,
    role: isMentor ? "mentor" : "mentee",
    data: { day: 7, expiresAt: "2026-12-12T18:00:00Z", agreedUntil: "2027-05-21T12:00:00Z", months: 6 },
    recipient: { name: isMentor ? "Gareth Pugh" : "Amina Okafor", email: "reader@example.org", timeZone: null },
    partner: {
      name: isMentor ? "Amina Okafor" : "Gareth Pugh",
      headline: "Eight years in claims",
      email: "partner@example.org",
    },
    proposal: {
      id: ID,
      objectives: "To move into underwriting.\nTo speak up in meetings.",
      topics: [1, 6],
      rejectionReason: "I am away until March.",
      remindDays: [3, 7, 15],
      expireDay: 21,
      expiresAt: new Date("2026-12-12T18:00:00Z"),
    },
    suggestions: ["Salma Aziz", "Joan McBride", "Li Wei"].map((name, i) => ({
      memberId: `0b8c6d4e-0000-4000-8000-00000000001${i}`,
      name,
      headline: "Glad to help",
      reasons: ["Covers both your topics"],
    })),
    items: [],
    unsubscribe: null,
    ...changes,
  };
}

describe.each(NOTICE_KINDS)("the mail %s", (kind) => {
  test("has a subject, HTML and a plain text that can be read by itself", async () => {
    const { subject, html, text, toAddress } = await renderMail(occasion(kind), SETTING);
    const partner = isAlone(kind) ? "Connect" : isForMentor(kind) ? "Amina Okafor" : "Gareth Pugh";
    expect(toAddress).toBe("reader@example.org");
    expect(subject).toContain(partner);
    expect(html).toMatch(/^<!DOCTYPE html/);
    expect(html).toContain('lang="en-GB"');
    expect(html).toContain(`<title>${subject}</title>`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain(partner);
    expect(text).toContain("Institute of Applied Practice");
    expect(text).toContain("help@example.org");
    expect(text).toContain("You get this mail because");
    expect(text).not.toMatch(/<\/?[a-z]+[ >]|&[a-z]+;|undefined|null|\[object/);
  });

  test("loads nothing from elsewhere and leads only to us", async () => {
    const { html } = await renderMail(occasion(kind), SETTING);
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^(https:\/\/mentoring\.example\.org|mailto:)/);
    }
  });

  test("shows hostile words as text, and keeps them out of the subject's header", async () => {
    const hostile = '"><script>alert(1)</script>\r\nBcc: all@example.org\u202e';
    const normal = occasion(kind);
    const { subject, html } = await renderMail(
      occasion(kind, {
        recipient: { name: hostile, email: "reader@example.org", timeZone: null },
        partner: { name: hostile, headline: hostile, email: `${hostile}@example.org` },
        proposal: normal.proposal && { ...normal.proposal, objectives: hostile, rejectionReason: hostile },
        suggestions: normal.suggestions.map((suggestion) => ({
          ...suggestion,
          name: hostile,
          headline: hostile,
          reasons: [hostile],
          programme: { id: ID, name: hostile },
        })),
      }),
      {
        ...SETTING,
        settings: { ...SETTING.settings, society: { ...SETTING.settings.society, name: hostile, product: hostile } },
      },
    );
    expect(html).not.toContain("<script");
    expect(html).not.toContain('""><');
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
  });

  test("is kept sealed if it quotes what one of the two wrote in the proposal", async () => {
    const quoted = ["w0rds-of-objectives", "w0rds-of-a-no"];
    const proposal = { ...occasion(kind).proposal, objectives: quoted[0], rejectionReason: quoted[1] } as Occasion["proposal"];
    const { html } = await renderMail(occasion(kind, { proposal }), SETTING);
    expect(needs(NOTICES, kind, "words")).toBe(quoted.some((words) => html.includes(words)));
  });

  test("does without what is not there", async () => {
    const bare = occasion(kind, { partner: null, proposal: null, suggestions: [], data: {} });
    const { subject, text } = await renderMail(bare, { ...SETTING, settings: Settings.parse({}) });
    expect(subject.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/undefined|null|Invalid/);
  });
});

const read = async (kind: string, changes: Partial<Occasion> = {}) =>
  (await renderMail(occasion(kind, changes), SETTING)).text.replace(/\s+/g, " ");

test.each(["ann+society@example.org", "sean.o'brien@example.org", "a&b@example.org", "jürgen@müller.example"])(
  "the address %s is shown once in the text, as people write it, and the link in the HTML leads to it",
  async (email) => {
    const settings = Settings.parse({ support: { email: "help+us@example.org" } });
    const partner = { name: "Gareth Pugh", headline: null, email };
    const { html, text } = await renderMail(occasion("proposal-accepted", { partner }), { ...SETTING, settings });
    expect(text.split("@")).toHaveLength(3);
    expect(text).toContain(`You can write to Gareth Pugh at ${email}. Gareth Pugh can`);
    expect(text).toContain("Need help? Write to help+us@example.org.");
    const hrefs = [...html.matchAll(/href="mailto:([^"]*)"/g)].map(([, address = ""]) =>
      decodeURIComponent(address.replace("&#x27;", "'")),
    );
    expect(hrefs).toEqual([email, "help+us@example.org"]);
  },
);

const TOKEN = `${ID}.relationships.mark`;

test("a mail of a kind that can be stopped says so to mail programs and to people", async () => {
  const { headers, html, text } = await renderMail(occasion("relationship-closed", { unsubscribe: TOKEN }), SETTING);
  expect(headers).toEqual({
    "List-Unsubscribe": `<https://mentoring.example.org/api/unsubscribe/${TOKEN}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(text).toContain(`Stop mails of this kind <https://mentoring.example.org/unsubscribe/${TOKEN}>`);
  expect(text).toContain("Choose what is mailed to you <https://mentoring.example.org/account#mails>");
  expect(html).toContain(`href="https://mentoring.example.org/unsubscribe/${TOKEN}"`);
});

test("one that always goes has nothing to stop it by", async () => {
  const { headers, html, text } = await renderMail(occasion("proposal-sent"), SETTING);
  expect(headers).toEqual({});
  expect(html).not.toContain("unsubscribe");
  expect(text).toContain("Choose what is mailed to you");
});

describe("the digest", () => {
  const item = (kind: string): DigestItem => ({
    kind,
    role: isForMentor(kind) ? "mentor" : "mentee",
    partnerName: "Amina Okafor",
    proposalId: ID,
    data: {},
  });
  const ofKinds = (kinds: readonly string[], setting: Setting = SETTING) =>
    renderMail(
      occasion("relationship-closed", {
        kind: "digest",
        items: kinds.map(item),
        partner: null,
        proposal: null,
        unsubscribe: TOKEN,
      }),
      setting,
    );

  test.each(NOTICE_KINDS)("has a sentence with its link for %s", async (kind) => {
    const { subject, text, html } = await ofKinds([kind]);
    const { settings, now } = SETTING;
    const facts = { ...item(kind), settings, now, timeZone: "Europe/London" };
    expect(subject).toBe("Your daily digest from Connect: one thing is new");
    const href = `https://mentoring.example.org${notificationHref(NOTICES, kind, item(kind))}`;
    expect(text).toContain(`${notificationSentence(NOTICES, kind, facts)} <${href}>`);
    expect(text).not.toMatch(/undefined|null|Invalid/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test("lists them in their order, and only so many", async () => {
    const { subject, text } = await ofKinds(["relationship-closed", ...NOTICE_KINDS, ...NOTICE_KINDS]);
    const count = 1 + 2 * NOTICE_KINDS.length;
    expect(subject).toContain(`${count} things are new`);
    expect(text.indexOf("your relationship has ended")).toBeLessThan(text.indexOf("has sent you a proposal"));
    expect(text).toContain(`And ${count - 30} more, under Notifications.`);
    expect(text).toContain("Stop the daily digest");
    expect(text).toContain("you asked for a daily digest");
  });

  test("shows hostile names as text, and does without a name", async () => {
    const items = ["<script>alert(1)</script>\r\nBcc: all@example.org", null].map((partnerName) => ({
      ...item("relationship-closed"),
      partnerName,
    }));
    const { html, text } = await renderMail(occasion("relationship-closed", { kind: "digest", items }), SETTING);
    expect(html).not.toContain("<script");
    expect(text).toContain("A mentee is no longer on Connect");
  });
});

describe("what the mails say", () => {
  test("the mentor reads what the mentee wrote, by when to answer and what happens otherwise", async () => {
    const text = await read("proposal-sent");
    expect(text).toContain("> To move into underwriting. > To speak up in meetings.");
    expect(text).toContain("Topics: Career planning and Personal confidence.");
    expect(text).toContain("Please answer by Saturday 12 December, 18:00.");
    expect(text).toContain("remind you after 3, 7 and 15 days");
    expect(text).toContain(`<https://mentoring.example.org/relationships/${ID}/details?as=mentor>`);
  });

  test("times are those of the reader", async () => {
    const recipient = { name: "Gareth Pugh", email: "reader@example.org", timeZone: "Asia/Tokyo" };
    expect(await read("proposal-reminder", { recipient })).toContain("until Sunday 13 December, 03:00");
  });

  test("a reminder says for how long somebody waits, and offers a pause", async () => {
    const text = await read("proposal-reminder");
    // Also where it was asked again after a wait in the queue, or reopened: then the first day is long ago.
    expect(text).toContain("Amina Okafor has been waiting for your answer for 7 days.");
    expect(text).toContain("Make Unavailable");
  });

  test.each(["proposal-reminder", "proposal-expired-mentor"])("%s offers no pause to a mentor who is away", async (kind) => {
    const { recipient } = occasion(kind);
    expect(await read(kind)).toContain("Make Unavailable");
    expect(await read(kind, { recipient: { ...recipient, isAway: true } })).not.toContain("Make Unavailable");
  });

  test.each(["proposal-sent", "proposal-reminder"])("%s says what follows, whoever is asked next", async (kind) => {
    expect(await read(kind)).toContain("so that another mentor can be asked");
  });

  test("an acceptance tells the address of the mentor", async () => {
    expect(await read("proposal-accepted")).toContain("partner@example.org");
    const partner = { name: "Gareth Pugh", headline: null, email: null };
    expect(await read("proposal-accepted", { partner })).not.toContain("You can write to");
  });

  test.each(["proposal-rejected", "proposal-expired-mentee"] as const)("%s names three to ask next", async (kind) => {
    const text = await read(kind);
    for (const name of ["Salma Aziz", "Joan McBride", "Li Wei"]) expect(text).toContain(name);
    expect(text).toContain("<https://mentoring.example.org/mentors?as=mentee>");
    expect(await read(kind, { suggestions: [] })).not.toContain("who may fit");
  });

  test.each([
    "proposal-rejected",
    "proposal-expired-mentee",
    "proposal-mentor-full",
    "proposal-mentor-away",
    "proposal-closed",
  ] as const)("%s asks nobody to choose while the next choice is asked", async (kind) => {
    const { proposal } = occasion(kind);
    const text = await read(kind, { role: "mentee", proposal: proposal && { ...proposal, isPassedOn: true } });
    expect(text).toContain("There is nothing you need to do");
    expect(text).not.toMatch(/who may fit|choose another|from=/i);
  });

  test("who is awaited gets the answers of the question that was asked", async () => {
    expect(await read("partner-waits")).toContain("We have met");
    expect(await read("partner-waits", { data: { isStill: true } })).toContain("Yes, we are meeting");
  });

  test("a rejection gives the reason only when there is one", async () => {
    expect(await read("proposal-rejected")).toContain("> I am away until March.");
    const { proposal } = occasion("proposal-rejected");
    const withReasons = (rejectionReason: string | null, rejectedBecause: number | null) =>
      read("proposal-rejected", { proposal: proposal && { ...proposal, rejectionReason, rejectedBecause } });
    expect(await withReasons(null, 2)).toMatch(/What Gareth Pugh says\s+Not my field/i);
    expect(await withReasons(null, null)).not.toMatch(/What Gareth Pugh says/i);
  });

  test("a proposal in a programme is named with it, and one in the society’s scheme is not", async () => {
    const { proposal } = occasion("proposal-rejected");
    const within = (programme: string | null) =>
      read("proposal-rejected", { proposal: proposal && { ...proposal, programme } });
    expect(await within("Returners")).toContain("This is about the programme Returners.");
    expect(await within(null)).not.toContain("about the programme");
  });

  test.each(["proposal-rejected", "proposal-expired-mentee"])(
    "%s leads to the same proposal for somebody else",
    async (kind) => {
      expect(await read(kind)).toMatch(/\/mentors\/[^\s>]+\/proposal\?from=[^\s>]+/);
      expect(await read(kind, { suggestions: [] })).not.toContain("from=");
    },
  );

  test("no other mail tells an address", async () => {
    for (const kind of NOTICE_KINDS) {
      // With both of them a relationship begins.
      if (kind !== "proposal-accepted" && kind !== "proposal-matched")
        expect(await read(kind)).not.toContain("partner@example.org");
    }
  });

  test("the society's words replace ours", async () => {
    const words = { mentor: "guide", mentors: "guides", mentee: "learner", mentees: "learners" };
    for (const kind of NOTICE_KINDS) {
      const { text, subject } = await renderMail(occasion(kind), { ...SETTING, settings: { ...SETTING.settings, words } });
      expect(`${subject} ${text}`.replace(/https:\S+|mentoring/g, "")).not.toMatch(/mentor|mentee/i);
    }
  });

  test("an unknown kind is said to be one", async () => {
    await expect(renderMail(occasion("no-such-kind"), SETTING)).rejects.toThrow("no-such-kind");
  });
});

test("a letter of staff greets once, and keeps its lines", async () => {
  const words = "Dear Amina Okafor and Gareth Pugh,\n\nHow are you?\n\nHow are you?\n\nWith kind regards\nHelen Marsh";
  const letter = { id: ID, subject: "Your first meeting", words, behalfOf: null };
  const { text, html } = await renderMail(occasion("letter", { letter }), SETTING);
  expect(text).toContain(words);
  expect(text).not.toContain("Hello");
  expect(html).toContain("With kind regards<br/>Helen Marsh");
});
