import { expect, test } from "vitest";
import { send } from "@/lib/pairing/conversations/commands";
import { closeAll } from "@/lib/pairing/relationships/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { given, type Member } from "./given";
import { textOf } from "./page";

// One conversation for each relationship.

async function say(from: Member, relationshipId: string, words: string): Promise<void> {
  const sent = await send(viewerOf(from.member), { relationshipId, key: crypto.randomUUID(), words }, await readNow());
  expect(sent.ok).toBe(true);
}

/** As the FAQ has it: Relationships, then Messages beside the partner's summary. */
async function openMessages(person: Member, partner: Member): Promise<void> {
  await person.visit("/");
  await person.part("navigation", "Main").follow(/^Relationships/);
  await person.follow(new RegExp(`^Messages.* with ${partner.name}`));
  expect(person.heading).toBe(`Messages with ${partner.name}`);
}

const BOX = "Your message";
const messages = (person: Member) => person.part("log", "Messages");

async function write(person: Member, words: string): Promise<void> {
  person.fill(BOX, words);
  await person.press("Send");
  expect(messages(person).text).toContain(words);
}

test("two write to each other, and each knows what is unread and what was read", async () => {
  const { id, mentee, mentor } = await given.partners();
  await openMessages(mentee, mentor);
  expect(mentee.main.text).toContain(`Only you and ${mentor.name} can read this.`);
  await write(mentee, "Good morning, Robin.");
  expect(mentee.value(BOX)).toBe("");
  await write(mentee, "Shall we say Tuesday?");
  expect(messages(mentee).text).toContain("Not read yet");

  await mentor.visit("/");
  expect(mentor.banner.has("link", "Relationships 2 unread messages")).toBe(true);
  await mentor.visit("/relationships");
  expect(mentor.has("link", `Messages (2 unread) with ${mentee.name}`)).toBe(true);
  await openMessages(mentor, mentee);
  expect(messages(mentor).text).toContain("New");
  await mentor.press("Mark as read");
  expect(mentor.banner.has("link", /^Relationships$/)).toBe(true);
  await mentor.visit("/relationships");
  expect(mentor.has("link", `Messages with ${mentee.name}`)).toBe(true);
  await mentor.visit("/notifications");
  expect(mentor.address(`${mentee.name} has written to you.`).pathname).toBe(`/relationships/${id}/messages`);

  await mentee.visit(`/relationships/${id}/messages`);
  expect(messages(mentee).text).not.toContain("Not read yet");
});

test("addresses can be followed, long ones are folded, and everything else is words", async () => {
  const { id, mentee, mentor } = await given.partners();
  const hostile = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "[link](javascript:alert(1))",
    "{{constructor.constructor('return 1')()}}",
    "../../../../etc/passwd",
    "\u202etxt.exe ‮ \u2066 مرحبا שלום",
    "Ｔｈｅ ｑｕｉｃｋ ｂｒｏｗｎ ｆｏｘ 👩‍👩‍👧 Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "'; DROP TABLE messages; --",
  ];
  await say(mentee, id, `See https://example.org/a_(b)?c=1. And www.example.net, too.\n\n${hostile.join("\n")}`);
  await say(mentee, id, Array.from({ length: 60 }, (_, i) => `Line ${i} of a long letter.`).join("\n"));
  await say(mentee, id, "w".repeat(3000));
  await mentor.visit(`/relationships/${id}/messages`);
  const link = messages(mentor).find("link", "https://example.org/a_(b)?c=1");
  expect(link.getAttribute("href")).toBe("https://example.org/a_(b)?c=1");
  expect(link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  expect(messages(mentor).all("link")).toHaveLength(2);
  for (const words of hostile) expect(messages(mentor).text).toContain(words);
  const long = mentor.around("article", "Line 0 of a long letter.");
  expect(long.text).not.toContain("Line 59 of a long letter.");
  long.unfold("Read on");
  expect(long.text).toContain("Line 59 of a long letter.");
});

test("a long conversation page by page", async () => {
  const { id, mentee, mentor } = await given.partners();
  for (let i = 1; i <= 40; i++) await say(i % 2 ? mentee : mentor, id, `Message number ${i}.`);
  await mentee.visit(`/relationships/${id}/messages`);
  const texts = () => messages(mentee).all("article").map(textOf).join("\n");
  expect(messages(mentee).all("article")).toHaveLength(30);
  expect(texts()).toContain("Message number 40.");
  await mentee.follow("Earlier messages");
  expect(messages(mentee).all("article")).toHaveLength(10);
  expect(texts()).toContain("Message number 1.");
  await mentee.follow("Back to the newest messages");
  expect(texts()).toContain("Message number 40.");
});

test("what cannot be sent comes back with the words", async () => {
  const { id, mentee } = await given.partners();
  await mentee.visit(`/relationships/${id}/messages`);
  await mentee.press("Send");
  expect(mentee.alert).toContain("Write something first.");
  mentee.fill(BOX, "x".repeat(10_001));
  await mentee.press("Send");
  expect(mentee.alert).toContain("10,000 characters");
  expect(mentee.value(BOX)).toBe("x".repeat(10_001));
  await write(mentee, "Short, then.");
  expect(mentee.text).not.toContain("10,000 characters");
});

test("after the end everything can be read and nothing can be sent", async () => {
  const { id, mentee, mentor } = await given.partners();
  await say(mentee, id, "It was a pleasure.");
  await mentee.visit(`/relationships/${id}/messages`);
  mentee.fill(BOX, "One more thing");
  await closeAll(mentor.member.id, await readNow());
  await mentee.press("Send");
  expect(mentee.text).toContain("This relationship has ended");
  await mentee.visit(`/relationships/${id}/messages`);
  expect(messages(mentee).text).toContain("It was a pleasure.");
  expect(messages(mentee).text).not.toContain("One more thing");
  expect(mentee.hasField(BOX)).toBe(false);
});

test("an open page is told what is new, and nobody else is told anything", async () => {
  const { id, mentee, mentor } = await given.partners();
  await say(mentee, id, "One");
  const ask = async (who: Pick<Member, "get">, after: string) =>
    (await who.get(`/relationships/${id}/messages/new?after=${after}&read=0`)).status;
  expect(await ask(mentor, "0")).toBe(200);
  expect(await ask(mentor, "1")).toBe(204);
  expect(await ask(mentor, "x")).toBe(404);
  for (const outsider of [await given.mentor(), await given.admin()]) expect(await ask(outsider, "0")).toBe(404);
  expect(await ask(given.stranger(), "0")).toBe(401);
});
