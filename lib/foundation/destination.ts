import { z } from "zod";
import { cleanToken } from "@/lib/foundation/typed-text";
import type { Role } from "@/lib/foundation/viewer";

/** More than any address of a page of ours. */
const MOST_CHARACTERS = 1000;
/** Stands in for our own site, whatever it is called: an address that leaves it is not one of ours. */
const HERE = "http://here.invalid";
/** Pages on the way in, which would lead round in a circle, and addresses that are no pages. */
const ON_THE_WAY = /^\/(sign-in|choose-account|join|come-back|api|_next)(\/|$)/;
/** What belongs to one visit alone: the sentence about what has just been done, and a mark of the framework's. */
const PASSING = ["done", "_rsc"];

/**
 * The page that somebody was on the way to before they had to sign in or choose an account: a path of ours with its query, or null
 * for anything else. It is read from an address that anybody may have written, so what comes back never leads to another site.
 */
export function readDestination(given: unknown): string | null {
  if (typeof given !== "string" || given.length > MOST_CHARACTERS || !given.startsWith("/")) return null;
  if (!URL.canParse(given, HERE)) return null;
  const url = new URL(given, HERE);
  for (const name of PASSING) url.searchParams.delete(name);
  const path = `${url.pathname}${url.search}`;
  // Written differently it may still name another host: "/.//elsewhere.example" is the path "//elsewhere.example".
  if (url.origin !== HERE || path.startsWith("//") || ON_THE_WAY.test(url.pathname)) return null;
  return path.length > MOST_CHARACTERS ? null : path;
}

/** The hidden field of a form that brings it along. */
export const destinationField = z.string().max(MOST_CHARACTERS).overwrite(cleanToken).optional().transform(readDestination);

/** The address of a page on the way in, which leads on from there. */
export function onTheWay(
  page: "/sign-in" | "/sign-in/second-step" | "/sign-in/staff" | "/choose-account" | "/come-back",
  destination: string | null,
): string {
  return destination === null || destination === "/" ? page : `${page}?to=${encodeURIComponent(destination)}`;
}

/** The role that a link is addressed to (`?as=mentor`); null when it does not say. */
export function roleIn(destination: string | null): Role | null {
  const role = destination === null ? null : new URL(destination, HERE).searchParams.get("as");
  return role === "mentor" || role === "mentee" ? role : null;
}

/** The same page, addressed to somebody in this role; without one as it is. */
export function asRole(path: string, role: Role | null): string {
  return withField(path, "as", role);
}

/** The same page with a field in its address; without a value as it is. */
export function withField(path: string, name: string, value: string | null): string {
  if (value === null) return path;
  const url = new URL(path, HERE);
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
