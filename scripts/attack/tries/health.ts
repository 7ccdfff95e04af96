import { db } from "@/lib/foundation/db/client";
import { must, type Try } from "../try";
import { visit } from "../visitor";

export const TRIES: Try[] = [
  {
    name: "health says no after a sweep that failed half-way",
    async run() {
      const nobody = await visit(null);
      const at = new Date(Date.now() + 60_000);
      const run = { startedAt: at, counts: { stopped: true } };
      const { id } = await db().sweepRun.create({ data: run, select: { id: true } });
      const ill = await nobody.ask("/api/health");
      await db().sweepRun.delete({ where: { id }, select: { id: true } });
      must(ill.status === 503, `Health answers ${ill.status}.`);
      return undefined;
    },
  },
];
