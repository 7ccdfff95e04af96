import type { Settings } from "./settings";

/**
 * Where help comes from: for whoever is signed in the page where they ask for it; for others an e-mail, else a telephone call,
 * else the society's website, and null when none is known.
 */
export function supportLink({ support, society }: Settings, isSignedIn = false): string | null {
  if (isSignedIn) return "/support";
  if (support.email) return `mailto:${support.email}`;
  if (support.phone) return `tel:${support.phone.replace(/[^+\d]/g, "")}`;
  return society.websiteUrl;
}
