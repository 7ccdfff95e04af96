import { Prisma } from "@/lib/foundation/db/client";
import { selectCases } from "@/lib/mentoring/check-ins/load";
import { checkInSweepStep } from "@/lib/mentoring/check-ins/sweep-step";

/** Asks these two partners what is due, as the sweep does. */
export async function askHowItGoes(id: string, now: Date): Promise<void> {
  const cases = await selectCases(Prisma.sql`c."relationshipId" = ${id}::uuid`, Prisma.sql`c."relationshipId"`);
  await checkInSweepStep.step(cases, now);
}
