import type { ReactNode } from "react";
import { sayDate, sayDateTime } from "@/lib/foundation/dates";
import { oneLine } from "@/lib/notify/mail/mail";
import type { Occasion, Setting, Suggestion } from "@/lib/notify/mail/occasion";
import { notificationHref, notificationSentence } from "@/lib/notify/notices/wording";
import { placeholderOf } from "@/lib/people/auth/local/link-secret";
import type { Settings } from "@/lib/society/settings/settings";

/** What a template gives: the layout puts the rest around it. */
export interface Letter {
  subject: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  heading: string;
  /** Somebody wrote it, greeting and all. */
  greetsItself?: boolean;
  body: ReactNode;
  /** Why they get this mail: the end of a sentence that begins "You get this mail because". */
  because: string;
}

/** An occasion, ready to be written about: names as one line, links whole, dates in the reader's zone. */
export interface Facts extends Omit<Occasion, "partner"> {
  partner: { name: string; headline: string | null; email: string | null };
  words: Settings["words"];
  product: string;
  topicLabels: string[];
  settings: Settings;
  now: Date;
  /** The page of this proposal or relationship. */
  href: string;
  homeHref: string;
  mentorsHref: string;
  accountHref: string;
  choicesHref: string;
  /** Where mails of this kind are stopped; null when they cannot be. */
  unsubscribeHref: string | null;
  /** What a digest tells, each in a sentence with the page it leads to. */
  lines: { sentence: string; href: string }[];
  mentorHref(suggestion: Suggestion): string;
  /** A page of ours. */
  pageHref(path: string): string;
  /** The same with this mail's one-time link, whose secret is put in as the mail leaves. */
  linkHref(path: string): string;
  /** "Saturday 14 November, 14:05", or null when the occasion has no deadline. */
  deadline: string | null;
  expireDays: string;
  /** "14 November 2027": the end of a relationship that this is about. */
  endDate: string;
}

export function toFacts(occasion: Occasion, { settings, appUrl, now }: Setting): Facts {
  const { words, society } = settings;
  const { partner, proposal, recipient, data } = occasion;
  const timeZone = recipient.timeZone ?? society.timeZone;
  const expiresAt = data.expiresAt === undefined ? (proposal?.expiresAt ?? null) : new Date(data.expiresAt);
  const expireDay = proposal?.expireDay ?? data.day;
  return {
    ...occasion,
    recipient: { ...recipient, name: oneLine(recipient.name, 80) },
    partner: {
      name: oneLine(partner?.name ?? "", 80) || `a ${occasion.role === "mentee" ? words.mentor : words.mentee}`,
      headline: oneLine(partner?.headline ?? "") || null,
      email: partner?.email ?? null,
    },
    suggestions: occasion.suggestions.slice(0, 3),
    words,
    product: oneLine(society.product),
    topicLabels: settings.topics.filter(({ id }) => proposal?.topics.includes(id)).map(({ label }) => label),
    settings,
    now,
    href: `${appUrl}${occasion.kind === "digest" ? "/notifications" : notificationHref(occasion.kind, proposal?.id ?? null, data)}`,
    homeHref: `${appUrl}/`,
    mentorsHref: `${appUrl}/mentors`,
    accountHref: `${appUrl}/account`,
    choicesHref: `${appUrl}/account#mails`,
    unsubscribeHref: occasion.unsubscribe === null ? null : `${appUrl}/unsubscribe/${occasion.unsubscribe}`,
    lines: occasion.items.map(({ kind, proposalId, partnerName, ...item }) => ({
      sentence: notificationSentence(kind, {
        ...item,
        partnerName: oneLine(partnerName ?? "", 80) || null,
        settings,
        timeZone,
        now,
      }),
      href: `${appUrl}${notificationHref(kind, proposalId, item.data)}`,
    })),
    mentorHref: ({ memberId }) => `${appUrl}/mentors/${memberId}`,
    pageHref: (path) => `${appUrl}${path}`,
    linkHref: (path) => `${appUrl}${path}${data.linkId === undefined ? "" : `?token=${placeholderOf(data.linkId)}`}`,
    deadline: expiresAt && sayDateTime(expiresAt, now, timeZone),
    endDate: data.agreedUntil ? sayDate(new Date(data.agreedUntil), now, timeZone) : "its end",
    expireDays: expireDay === undefined ? "in time" : expireDay === 1 ? "within a day" : `within ${expireDay} days`,
  };
}
