import { db } from "@/lib/foundation/db/client";
import { describeDefect, log } from "@/lib/foundation/log";
import { stepThrough } from "./batches";
import type { Counts, SweepStep } from "./sweep-step";

/**
 * Runs one sweep step over everything that is due. It may run late, twice or in parallel. Stopping it anywhere loses nothing,
 * because each step is one transaction and the next run finds the rest. A row that fails becomes a finding and does not stop
 * the others. Memory does not grow with the backlog.
 */
export async function sweep<Row>(sweepStep: SweepStep<Row>, now: Date): Promise<Counts> {
  return stepThrough(sweepStep, now, {
    ofBatch(error) {
      const facts = { step: sweepStep.name, defect: describeDefect(error) };
      log().warn(facts, "a batch of the sweep failed; retrying it row by row");
    },
    async ofRow(row, error) {
      const subjectId = sweepStep.idOf(row);
      const key = `sweep:${sweepStep.name}:${subjectId}`;
      const finding = { kind: "sweep-failed", subjectId, detail: describeDefect(error), foundAt: now, clearedAt: null };
      await db().finding.upsert({ where: { key }, create: { key, ...finding }, update: finding, select: { key: true } });
    },
  });
}
