import type { Settings } from "./settings";

/**
 * Where to get help: the support page for people who are signed in; for others an e-mail address, or else a phone number, or
 * else the society's website. Null if none is known.
 */
export function supportLink({ support, society }: Settings, isSignedIn = false): string | null {
  if (isSignedIn) return "/support";
  if (support.email) return `mailto:${support.email}`;
  if (support.phone) return `tel:${support.phone.replace(/[^+\d]/g, "")}`;
  return society.websiteUrl;
}
