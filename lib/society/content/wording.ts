import type { Slug } from "./document";

/** The names of the society's texts for staff, in the order of the page Content, and where each is read. */
export const TEXTS: Record<Slug, { name: string; readAt: string; href: string | null }> = {
  faq: { name: "FAQ", readAt: "At the foot of every page, by everybody", href: "/faq" },
  privacy: { name: "Privacy policy", readAt: "At the foot of every page, by everybody", href: "/privacy" },
  accessibility: { name: "Accessibility statement", readAt: "At the foot of every page, by everybody", href: "/accessibility" },
  complaints: { name: "Complaints", readAt: "At the foot of every page, by everybody", href: "/complaints" },
  terms: { name: "Terms of use", readAt: "When making an account", href: "/terms" },
  welcome: { name: "Welcome and films", readAt: "By members after joining", href: "/welcome" },
  "first-conversation": { name: "First conversation", readAt: "By partners before their first conversation", href: null },
  contract: { name: "Contract", readAt: "By partners who sign it", href: null },
  cpd: { name: "Professional development", readAt: "On the CPD record", href: "/cpd" },
};

const REFUSALS = {
  "not-staff": "Only staff can do this.",
  "not-found": "This version does not exist.",
  busy: "Somebody else is saving this at the same moment. Please press the button again.",
};

export function sayContentRefusal(reason: keyof typeof REFUSALS): string {
  return REFUSALS[reason];
}

/** Shown above the form when somebody wanted to publish, but a colleague has changed other boxes. */
export function sayMergedFirst(by: string): string {
  return `${by} saved changes to other parts of this text while you were writing. Their changes are now in the form, and nothing has been published yet. Read it once more, then press the button again.`;
}

/** The version number in an address; null if it is not a number. */
export function readVersionNumber(typed: string): number | null {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : null;
}
