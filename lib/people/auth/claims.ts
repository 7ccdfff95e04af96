import { z } from "zod";
import { cleanAddress, numberForm } from "@/lib/foundation/identifier";
import { cleanLine } from "@/lib/foundation/typed-text";

/** What the society's membership system says of a person at sign-in. */
export interface Claims {
  issuer: string;
  subject: string;
  number: string;
  name: string;
  email: string;
  standing: "current" | "lapsed";
}

interface ClaimNames {
  issuer: string;
  number: string;
  standing: string;
  /** The value of the standing claim that means a current member; every other value means lapsed. */
  current: string;
}

const text = z.string().overwrite(cleanLine).min(1).max(200);
const Claimed = z.object({
  sub: text,
  name: text,
  email: z.string().transform(cleanAddress).pipe(z.email()),
  number: z.union([text.transform(numberForm).pipe(z.string().min(1)), z.number().int().transform(String)]),
  standing: z.union([text, z.boolean()]),
});

/** Reads the claims under the names that the society gives them. Null when one that we need is missing. */
export function readClaims(given: Record<string, unknown>, names: ClaimNames): Claims | null {
  const parsed = Claimed.safeParse({ ...given, number: given[names.number], standing: given[names.standing] });
  if (!parsed.success) return null;
  const { sub, name, email, number, standing } = parsed.data;
  const isCurrent = String(standing) === names.current;
  return { issuer: names.issuer, subject: sub, number, name, email, standing: isCurrent ? "current" : "lapsed" };
}
