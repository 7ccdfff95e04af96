import { z } from "zod";
import { whole } from "./boxes";
import { MOST_DAYS_KEPT, SETTABLE_KINDS, type Settable } from "./retention";
import type { Section } from "./section";

const days = whole(0, MOST_DAYS_KEPT);

export const privacy: Section = {
  fields: {
    ...(Object.fromEntries(SETTABLE_KINDS.map((kind) => [kind, days])) as Record<Settable, typeof days>),
    searchEngines: z.enum(["yes", "no"], { error: "Choose one of the two." }),
  },
  read: ({ retention, society }) => ({
    ...Object.fromEntries(SETTABLE_KINDS.map((kind) => [kind, String(retention[kind])])),
    searchEngines: society.isFoundBySearch ? "yes" : "no",
  }),
  write: (settings, texts) => ({
    ...settings,
    society: { ...settings.society, isFoundBySearch: texts.searchEngines === "yes" },
    retention: Object.fromEntries(SETTABLE_KINDS.map((kind) => [kind, Number(texts[kind])])) as Record<Settable, number>,
  }),
};
