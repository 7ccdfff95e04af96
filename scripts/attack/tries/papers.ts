import { write } from "@/lib/mentoring/reflections/commands";
import { viewerOf } from "@/testing/people";
import { people } from "../partners";
import { must, type Try } from "../try";
import { type Visitor, visit } from "../visitor";

/** Another page may wait so much longer while a file is made, on a machine that does other things as well. */
const MOST_MS = 500;
const LONG = "W".repeat(3999);
const PROSE = "The mentor asked what I would do differently, and I did not know. ".repeat(60).trim();

/** The longest wait of small requests, one after the other, until `work` is over. */
async function longestWait(other: Visitor, work: Promise<unknown>): Promise<number> {
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  let longest = 0;
  while (!isOver) longest = Math.max(longest, (await other.ask("/icon.svg")).ms);
  await ended;
  return longest;
}

const nothing = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const TRIES: Try[] = ["pdf", "csv", "archive"].map((format) => ({
  name: `a long ${format} makes nobody else wait`,
  async run() {
    const member = await people.mentee();
    const now = new Date();
    for (let i = 0; i < 8; i++) {
      const text = i < 4 ? LONG : PROSE;
      const words = { done: text, learned: text, use: text, free: "" };
      const entry = { heldOn: now.toISOString().slice(0, 10), minutes: 60, isStructured: true, words, relationshipId: null };
      must((await write(viewerOf(member), crypto.randomUUID(), null, entry, now)).ok, "A reflection could not be written.");
    }
    const [visitor, other] = [await visit(member), await visit(null)];
    const idle = await longestWait(other, nothing(1000));
    const path = format === "archive" ? "/account/download" : `/cpd/download?format=${format}`;
    const asked = visitor.ask(path);
    const wait = await longestWait(other, asked);
    const { status, ms, body } = await asked;
    must(status === 200, `${path} answers ${status}.`);
    must(wait < idle + MOST_MS, `Another request waited ${Math.round(wait)} ms, and ${Math.round(idle)} ms without.`);
    return `${body.length} bytes in ${Math.round(ms)} ms; another request waited ${Math.round(wait)} ms at most, ${Math.round(idle)} ms without`;
  },
}));
