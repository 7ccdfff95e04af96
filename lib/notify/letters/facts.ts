import { sayDate, sayDateTime } from "@/lib/foundation/dates";
import { asRole, withField } from "@/lib/foundation/destination";
import { oneLine } from "@/lib/foundation/typed-text";
import { type Notices, needs } from "@/lib/notify/notices/define";
import type { Facts, LetterLink } from "@/lib/notify/notices/letter";
import { type Occasion, programmeOf, programmeOfAll } from "@/lib/notify/notices/occasion";
import { notificationHref, notificationSentence, partnerWord } from "@/lib/notify/notices/sentence";
import { placeholderOf } from "@/lib/people/auth/local/link-secret";
import type { Settings } from "@/lib/society/settings/settings";
import type { OwnWords } from "./own-words";

/** Where and when a mail is written, in whose words, and what it may tell of. */
export interface Setting {
  settings: Settings;
  appUrl: string;
  now: Date;
  notices: Notices;
  /** The society's own words for this mail; ours where there are none. */
  own?: OwnWords | null;
}

export function toFacts(occasion: Occasion, { settings, appUrl, now, notices }: Setting): Facts {
  const { words, society } = settings;
  const { kind, role, partner, proposal, recipient, data } = occasion;
  const timeZone = recipient.timeZone ?? society.timeZone;
  const expiresAt = data.expiresAt === undefined ? (proposal?.expiresAt ?? null) : new Date(data.expiresAt);
  const expireDay = proposal?.expireDay ?? data.day;
  const toPage = (path: string): LetterLink => ({ href: `${appUrl}${path}`, accent: society.accent });
  const lookedIn = needs(notices, kind, "joined") ? programmeOfAll(occasion.suggestions) : programmeOf(occasion);
  const toLooking = (path: string, programmeId = lookedIn) =>
    toPage(asRole(withField(path, "programme", programmeId), "mentee"));
  return {
    ...occasion,
    say: (_placeholder, text) => text,
    recipient: { ...recipient, name: oneLine(recipient.name, 80) },
    name: oneLine(partner?.name ?? "", 80) || partnerWord(occasion.role, settings),
    partner: { headline: oneLine(partner?.headline ?? "") || null, email: partner?.email ?? null },
    suggestions: occasion.suggestions.slice(0, 3),
    settings,
    words,
    product: oneLine(society.product),
    society: oneLine(society.name),
    accent: society.accent,
    topicLabels: settings.topics.filter(({ id }) => proposal?.topics.includes(id)).map(({ label }) => label),
    now,
    timeZone,
    here: toPage(notificationHref(notices, kind, { proposalId: proposal?.id ?? null, role, data })),
    mentors: toLooking("/mentors"),
    account: toPage("/account"),
    home: toPage(asRole("/", role)),
    toMentor: ({ memberId, programme }) => toLooking(`/mentors/${memberId}`, programme?.id),
    toSame: ({ memberId }, { id }) => toLooking(`/mentors/${memberId}/proposal?from=${id}`),
    toPage,
    toAddress: (email) => ({ href: mailto(email), accent: society.accent }),
    toOneTimePage: (path) => toPage(data.linkId === undefined ? path : `${path}?token=${placeholderOf(data.linkId)}`),
    toAnswer: (answer) =>
      occasion.answerPage
        ? toPage(`${occasion.answerPage}?answer=${answer}`)
        : toPage(notificationHref(notices, kind, { proposalId: proposal?.id ?? null, role, data })),
    lines: occasion.items.map(({ kind, proposalId, partnerName, ...item }) => ({
      sentence: notificationSentence(notices, kind, {
        ...item,
        partnerName: oneLine(partnerName ?? "", 80) || null,
        settings,
        timeZone,
        now,
      }),
      to: toPage(notificationHref(notices, kind, { proposalId, ...item })),
    })),
    deadline: expiresAt && sayDateTime(expiresAt, now, timeZone),
    endDate: data.agreedUntil ? sayDate(new Date(data.agreedUntil), now, timeZone) : "its end",
    pauseDay: data.pauseUntil ? sayDate(new Date(data.pauseUntil), now, timeZone) : null,
    expireDays: expireDay === undefined ? "in time" : expireDay === 1 ? "within a day" : `within ${expireDay} days`,
  };
}

function mailto(address: string): string {
  return `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
}
