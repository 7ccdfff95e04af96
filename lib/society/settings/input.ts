import { z } from "zod";
import { lineBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { LIST_NAMES } from "./settings";

const label = lineBox(80, { missing: "Enter a name." }).min(1, "Enter a name.");

const list = z.enum(LIST_NAMES);
const id = z.coerce.number().int().min(0).max(62);

export const AddEntryInput = z.object({ list, label });

/** `after` is the number of the entry before it; empty for the first place. */
export const ChangeEntryInput = z.object({
  list,
  id,
  label,
  after: z.string().max(2, "Choose a place from the list.").overwrite(cleanToken).optional().default(""),
  base: z.string().max(1000).overwrite(cleanToken).optional().default(""),
  take: z.array(z.string().max(40).overwrite(cleanToken)).max(5).default([]),
});

export const OfferEntryInput = z.object({ list, id, offered: z.enum(["yes", "no"]) });

export const TakeLogoInput = z.object({ logo: z.string().regex(/^[0-9a-f]{32}$/) });

export const RemoveLogoInput = z.object({});
