import { db } from "@/lib/db/client";
import { Settings } from "./settings";

/** Puts the society's settings in place of what was there. `values` may leave out what should keep its default. */
export async function saveSettings(values: unknown): Promise<Settings> {
  const settings = Settings.parse(values);
  await db().settings.upsert({
    where: { id: 1 },
    create: { id: 1, values: settings, version: 1 },
    update: { values: settings, version: { increment: 1 } },
    select: { id: true },
  });
  return settings;
}
