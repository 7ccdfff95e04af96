import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BATCH_SIZE, stepThrough } from "./batches";
import type { SweepStep } from "./sweep-step";

const NOW = new Date("2026-06-01T09:00:00Z");

/** A sweep step over the numbers from 1, some of which fail; it writes down what it was asked and what it did. */
function sweepStepOf(size: number, doesFail: (row: number) => boolean = () => false) {
  const asked: (number | null)[] = [];
  const steps: number[] = [];
  const done: number[] = [];
  const sweepStep: SweepStep<number> = {
    name: "numbers",
    idOf: String,
    overdue: null,
    async findDue(now, after, limit) {
      expect([now, limit]).toEqual([NOW, BATCH_SIZE]);
      asked.push(after);
      const first = (after ?? 0) + 1;
      return Array.from({ length: Math.max(0, Math.min(limit, size - first + 1)) }, (_, i) => first + i);
    },
    async step(rows, now) {
      expect(now).toEqual(NOW);
      steps.push(rows.length);
      if (rows.some(doesFail)) throw new Error("no");
      done.push(...rows);
      return { [rows.length === 1 ? "alone" : "together"]: rows.length };
    },
  };
  return { sweepStep, asked, steps, done };
}

async function go({ sweepStep }: ReturnType<typeof sweepStepOf>) {
  const failed: number[] = [];
  const errors: unknown[] = [];
  const counts = await stepThrough(sweepStep, NOW, {
    ofBatch: (error) => void errors.push(error),
    ofRow: async (row, error) => {
      // Whatever is done about a row is done before the next one is looked at.
      await Promise.resolve();
      failed.push(row);
      errors.push(error);
    },
  });
  return { counts, failed, errors };
}

describe("going through what is due", () => {
  test("finds nothing to do where nothing is due", async () => {
    const numbers = sweepStepOf(0);
    expect(await go(numbers)).toEqual({ counts: {}, failed: [], errors: [] });
    expect([numbers.asked, numbers.steps]).toEqual([[null], []]);
  });

  test("goes on after the last row of each batch until none is left, and adds up", async () => {
    const numbers = sweepStepOf(2 * BATCH_SIZE + 500);
    expect((await go(numbers)).counts).toEqual({ together: 2 * BATCH_SIZE + 500 });
    expect(numbers.asked).toEqual([null, BATCH_SIZE, 2 * BATCH_SIZE, 2 * BATCH_SIZE + 500]);
    expect(numbers.steps).toEqual([BATCH_SIZE, BATCH_SIZE, 500]);
  });

  test("looks for the next batch while one is done, and says that it could not once that one is", async () => {
    const numbers = sweepStepOf(2 * BATCH_SIZE);
    const { findDue, step } = numbers.sweepStep;
    const order: string[] = [];
    numbers.sweepStep.findDue = async (now, after, limit) => {
      order.push(`find after ${after}`);
      if (after === BATCH_SIZE) throw new Error("the database is gone");
      return findDue(now, after, limit);
    };
    numbers.sweepStep.step = async (rows, now) => {
      await new Promise(setImmediate);
      const counts = await step(rows, now);
      order.push("done");
      return counts;
    };
    await expect(go(numbers)).rejects.toThrow("the database is gone");
    expect(order).toEqual(["find after null", `find after ${BATCH_SIZE}`, "done"]);
  });

  test("has two batches in hand at once, and never more", async () => {
    const numbers = sweepStepOf(5 * BATCH_SIZE);
    const { step } = numbers.sweepStep;
    const inHand: number[] = [];
    let begun = 0;
    numbers.sweepStep.step = async (rows, now) => {
      inHand.push(++begun);
      await new Promise(setImmediate);
      begun--;
      return step(rows, now);
    };
    expect((await go(numbers)).counts).toEqual({ together: 5 * BATCH_SIZE });
    expect(inHand).toEqual([1, 2, 2, 2, 2]);
  });

  test("does a batch that fails row by row, tells of the rows that fail alone, and goes on", async () => {
    const numbers = sweepStepOf(BATCH_SIZE + 3, (row) => row === 2 || row === 5);
    const { counts, failed, errors } = await go(numbers);
    expect(counts).toEqual({ alone: BATCH_SIZE - 2, failed: 2, together: 3 });
    expect(failed).toEqual([2, 5]);
    expect(errors).toEqual(Array(3).fill(new Error("no")));
  });

  test("whatever fails, every other row is done, and done once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 30 }), fc.uniqueArray(fc.integer({ min: 1, max: 30 })), async (size, broken) => {
        const numbers = sweepStepOf(size, (row) => broken.includes(row));
        const { counts, failed } = await go(numbers);
        const all = Array.from({ length: size }, (_, i) => i + 1);
        expect(failed).toEqual(all.filter((row) => broken.includes(row)));
        expect(numbers.done).toEqual(all.filter((row) => !broken.includes(row)));
        expect(counts.failed ?? 0).toBe(failed.length);
      }),
    );
  });
});
