import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { runNightly } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { dose } from "@/testing/dose";
import { onDay } from "@/testing/proposals/examples";
import { damage, listSealed, readSealed, type SealedText } from "@/testing/sealing/damage";
import { goEverywhere, makePapers, readReflections } from "@/testing/sealing/everywhere";
import { liveTogether, type Together } from "@/testing/sealing/together";
import { unseal } from "@/testing/sealing/unseal";
import { checkSeals } from "./check";
import { encrypt } from "./cipher";
import { referenceOf } from "./find-words";
import { SEALED } from "./places";
import { rotateKeys } from "./rotate";
import { seal } from "./seal-and-open";

const OTHER = { current: "lost", keys: new Map([["lost", Buffer.alloc(32, 9)]]) };
const COLUMNS = Object.keys(SEALED);
/**
 * No page shows them. Whose app has a secret that cannot be read signs in with a recovery code, or sets up another app; a webhook with
 * such a secret sends nothing until it has another.
 */
const SHOWN_NOWHERE = ["code_apps.secret", "webhook_endpoints.secret"];

let together: Together;
let texts: SealedText[];
beforeAll(async () => {
  together = await liveTogether();
  texts = await listSealed();
});

test("every sealed column has words of the two", () => {
  expect(COLUMNS.filter((column) => !texts.some((text) => text.column === column))).toEqual([]);
});

const rubbish = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 0, maxLength: 60 }).map((text) => text.replaceAll("\0", "")),
  fc.uint8Array({ minLength: 0, maxLength: 80 }).map((bytes) => `tests.${Buffer.from(bytes).toString("base64")}`),
  fc.constant(encrypt(OTHER, "anywhere", "words under a lost key")),
  // Another row's.
  fc.constant(null),
);

const anotherThan = (text: SealedText) =>
  texts.find((one) => one !== text && one.column === text.column) ?? (texts.find((one) => one !== text) as SealedText);

test.each(COLUMNS)("whatever stands in %s, everything around it works, and its box says a reference", async (column) => {
  const ofColumn = texts.filter((text) => text.column === column);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...ofColumn), rubbish), { minLength: 1, maxLength: 3 }),
      async (some) => {
        const damaged = some.map(([text, words]) => ({ text, words: words ?? anotherThan(text).sealed }));
        await damage(damaged);
        try {
          const { broken, shown } = await goEverywhere(together);
          expect(broken).toEqual([]);
          for (const { text } of damaged.filter(({ text: { column: one } }) => !SHOWN_NOWHERE.includes(one)))
            expect(shown).toContain(referenceOf(text.column, text.key));
          if (column.startsWith("contracts.")) expect(await makePapers(together)).toBeGreaterThan(1000);
        } finally {
          // Mails have been written anew on the way.
          const changed = texts.filter((text) => text.column === "mails.sealed" || damaged.some((one) => one.text === text));
          await damage(changed.map((text) => ({ text, words: text.sealed })));
        }
      },
    ),
    { numRuns: dose(1, 20) },
  );
});

test("staff get a finding for each, the rotation ends and names it, and its bytes stay", async () => {
  const lost = COLUMNS.map((column) => texts.find((text) => text.column === column) as SealedText);
  const words = encrypt(OTHER, "anywhere", "lost");
  await damage(lost.map((text) => ({ text, words })));
  const references = lost.map(({ column, key }) => referenceOf(column, key)).toSorted();
  await runNightly(onDay(3));
  const found = await db().finding.findMany({ where: { kind: "unreadable-words", clearedAt: null } });
  expect(found.map(({ detail }) => detail.slice(0, 10)).toSorted()).toEqual(references);
  expect((await rotateKeys()).left.map(({ reference }) => reference).toSorted()).toEqual(references);
  for (const text of lost) expect(await readSealed(text)).toBe(words);
  expect((await checkSeals()).filter(({ opens }) => !opens)).toHaveLength(lost.length);
  await damage(lost.map((text) => ({ text, words: text.sealed })));
  await runNightly(onDay(4));
  expect(await db().finding.count({ where: { kind: "unreadable-words", clearedAt: null } })).toBe(0);
});

test("what was sealed under an id in capitals or in a mix is read, or at least rescued by the rotation", async () => {
  const id = "0b8c6d4e-1234-4abc-8def-0000000000aa";
  const [capitals, mixed] = [id.toUpperCase(), "0B8c6d4E-1234-4abC-8def-0000000000aA"];
  const { memberId } = together.viewer;
  const row = {
    memberId,
    heldOn: new Date("2026-01-05"),
    minutes: 5,
    isStructured: false,
    writtenAt: onDay(1),
    changedAt: onDay(1),
  };
  const boxes = JSON.stringify({ done: "", learned: "", use: "", free: "mine again" });
  for (const [typed, isRead] of [
    [capitals, true],
    [mixed, false],
  ] as const) {
    const sealed = encrypt(env().wordsKeys, `reflections.words:${typed}`, boxes);
    await db().reflection.create({ data: { ...row, id, words: sealed } });
    expect(JSON.stringify(await readReflections(together.viewer))).toContain(
      isRead ? "mine again" : referenceOf("reflections.words", [id]),
    );
    expect(await rotateKeys()).toEqual({ sealedFirst: 0, sealedAnew: 1, rescued: 1, left: [] });
    expect(await readSealed({ column: "reflections.words", key: [id], sealed })).not.toBe(sealed);
    expect(JSON.stringify(await readReflections(together.viewer))).toContain("mine again");
    expect(await rotateKeys()).toEqual({ sealedFirst: 0, sealedAnew: 0, rescued: 0, left: [] });
    await db().reflection.delete({ where: { id } });
  }
});

test("an id in capitals cannot seal anything that the database's spelling does not open", async () => {
  const id = randomUUID();
  expect(unseal("goal_steps.words", id, seal("goal_steps.words", id.toUpperCase(), "words"))).toBe("words");
});
