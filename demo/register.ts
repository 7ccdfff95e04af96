import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { saveEntries } from "@/lib/society/register/commands";
import { PEOPLE } from "./people";

const DAYS_AGO = 6;
const NUMBER_OF_HELEN = "100006";

/** The society's register, imported by hand some days ago. Doing it again changes nothing that is there. */
export async function seedRegister(now: Date): Promise<void> {
  if (await db().registerEntry.findFirst({ select: { number: true } })) return;
  const at = new Date(now.getTime() - DAYS_AGO * 86_400_000);
  const entries = PEOPLE.map(({ number, name, email, standing }) => ({ number, name, email, standing }));
  await saveEntries(entries, at);
  const by = await db().member.findUnique({ where: { number: NUMBER_OF_HELEN }, select: { id: true } });
  const none = { problems: 0, changed: 0, unchanged: 0, missing: 0, saidLapsed: 0, currentBefore: 0 };
  await db().registerImport.create({
    data: {
      ...{ id: randomUUID(), state: "imported", source: "upload", byId: by?.id ?? null },
      ...{
        startedAt: at,
        changedAt: at,
        finishedAt: at,
        fileName: "members.csv",
        digest: "",
        encoding: "utf-8",
        delimiter: ",",
      },
      rows: entries.length,
      rowsRead: entries.length,
      counts: { ...none, new: entries.length, accountsLapsing: 0, accountsBack: 0 },
    },
    select: { id: true },
  });
}
