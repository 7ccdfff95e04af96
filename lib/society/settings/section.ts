import type { z } from "zod";
import type { Texts } from "@/lib/foundation/amending";
import type { Settings } from "./settings";

/** Settings that share a form: how to fill its boxes, what they accept, and how to save them. */
export interface Section {
  fields: z.ZodRawShape;
  /** What concerns several boxes at once. */
  check?: (texts: Texts, context: z.RefinementCtx) => void;
  read: (settings: Settings) => Texts;
  /** Only with texts that were accepted. */
  write: (settings: Settings, texts: Texts) => Settings;
}
