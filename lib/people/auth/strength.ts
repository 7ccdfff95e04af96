import { z } from "zod";

/** How somebody signed in at the society, in the words of OpenID Connect: the class of it, and the methods that were used. */
export interface Strength {
  acr?: string | undefined;
  amr?: string[] | undefined;
}

/** The parts of a token in which we keep it; a society that says more than this fits says nothing that we would look for. */
export const STRENGTH = {
  acr: z.string().max(200).optional().catch(undefined),
  amr: z.array(z.string().max(40)).max(10).optional().catch(undefined),
};

/** What the claims of an ID token say of it, whatever else they hold. */
export function readStrength(claims: unknown): Strength {
  return z.object(STRENGTH).catch({}).parse(claims);
}

/** Whether the sign-in was of one of the classes, or by one of the methods, that the society asks of staff; where it asks none, any will do. */
export function isStrongEnough(
  { acr, amr = [] }: Strength,
  wanted: { acr: readonly string[]; amr: readonly string[] },
): boolean {
  if (wanted.acr.length + wanted.amr.length === 0) return true;
  return (acr !== undefined && wanted.acr.includes(acr)) || amr.some((method) => wanted.amr.includes(method));
}
