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
  /** "on-register" when the society sent none and its register is to decide. */
  standing: "current" | "lapsed" | "on-register";
}

/** A fact without which nobody can be let in. */
export const FACTS = ["subject", "number", "name", "email", "standing"] as const;
export type Fact = (typeof FACTS)[number];

export interface ClaimNames {
  issuer: string;
  /** Names of claims, or paths such as custom_attributes.membership_number. */
  number: string;
  standing: string;
  /** The words of the standing claim that mean a current member, with commas between them; all others mean lapsed. */
  current: string;
  /** What it means when no standing came: as OIDC_STANDING_MISSING says. */
  missing: "refused" | "register" | "current";
}

/** Claims as they came from one place: the signed ID token, or userinfo. */
export type Given = Record<string, unknown>;
export type ReadClaims = { claims: Claims; missing: readonly [] } | { claims: null; missing: readonly Fact[] };

const text = z.string().overwrite(cleanLine).min(1).max(200);
const address = z.string().transform(cleanAddress).pipe(z.email());
const membershipNumber = z.union([text.transform(numberForm).pipe(z.string().min(1)), z.number().int().transform(String)]);
const word = z.union([text, z.boolean(), z.number()]).transform((value) => wordForm(String(value)));

/**
 * Reads the claims under the names that the society gives them, from the sources in the order in which we trust them. A claim with
 * several values counts with the first usable one; of a standing, one current value is enough. Otherwise says which facts are missing.
 */
export function readClaims(sources: readonly Given[], names: ClaimNames): ReadClaims {
  const all = (path: string) => sources.flatMap((given) => valuesAt(given, path));
  const subject = firstOf(text, all("sub"));
  const number = firstOf(membershipNumber, all(names.number));
  const name = firstOf(text, all("name")) ?? joinNames(all);
  const email = firstOf(address, all("email"));
  const standing = readStanding(sources, names);
  if (!subject || !number || !name || !email || !standing) {
    const facts = { subject, number, name, email, standing };
    return { claims: null, missing: FACTS.filter((fact) => !facts[fact]) };
  }
  return { claims: { issuer: names.issuer, subject, number, name, email, standing }, missing: [] };
}

function joinNames(all: (path: string) => unknown[]): string | undefined {
  const parts = ["given_name", "family_name"].map((name) => firstOf(text, all(name)));
  return parts.includes(undefined) ? undefined : firstOf(text, [parts.join(" ")]);
}

function readStanding(sources: readonly Given[], names: ClaimNames): Claims["standing"] | undefined {
  const came = sources.map((given) => valuesAt(given, names.standing).flatMap((value) => word.safeParse(value).data ?? []));
  const words = came.find(({ length }) => length > 0);
  const current = names.current.split(",").map(wordForm);
  if (words) return words.some((one) => current.includes(one)) ? "current" : "lapsed";
  if (names.missing === "refused") return undefined;
  return names.missing === "current" ? "current" : "on-register";
}

/** What a claim says, by its name or path, in the first source that has it; nothing where none has. */
export function valuesOf(sources: readonly Given[], path: string): unknown[] {
  const said = sources.map((given) => valuesAt(given, path).filter((value) => value !== null && value !== undefined));
  return said.find((values) => values.length > 0) ?? [];
}

/** The names of the claims that came, nested ones as paths, for the log: never a value. */
export function namesOf(sources: readonly Given[]): string {
  const names = sources
    .flatMap((given) => Object.entries(given))
    .flatMap(([name, value]: [string, unknown]) =>
      isGiven(value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name],
    );
  return [...new Set(names)].slice(0, 60).map(cleanLine).join(" ").slice(0, 1500);
}

function firstOf<Value>(schema: z.ZodType<Value>, values: unknown[]): Value | undefined {
  return values.map((value) => schema.safeParse(value).data).find((value) => value !== undefined);
}

/** What is found under this name or path. A name may contain dots itself: some providers use web addresses as names. */
function valuesAt(given: unknown, path: string): unknown[] {
  if (Array.isArray(given)) return given.flatMap((one) => valuesAt(one, path));
  if (!isGiven(given)) return [];
  if (Object.hasOwn(given, path)) return [given[path]].flat();
  const dots = [...path.matchAll(/\./g)].map(({ index }) => index);
  return dots.flatMap((dot) => {
    const first = path.slice(0, dot);
    return Object.hasOwn(given, first) ? valuesAt(given[first], path.slice(dot + 1)) : [];
  });
}

function wordForm(value: string): string {
  return value.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}

function isGiven(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
