import { offered, type Settings } from "@/lib/society/settings/settings";
import type { OwnSettings } from "./programme";

/**
 * The settings that count in a programme: its own, and for the rest the society's. Reminders that would come after its expiry, whichever
 * of the two is its own, are left out.
 */
export function settingsOf(own: OwnSettings | null, settings: Settings): Settings {
  if (own === null) return settings;
  const { proposals, relationships } = settings;
  const expireAfterDays = own.expireAfterDays ?? proposals.expireAfterDays;
  const remindAfterDays = (own.remindAfterDays ?? proposals.remindAfterDays).filter((day) => day < expireAfterDays);
  return {
    ...settings,
    topics: topicsOf(own, settings),
    proposals: {
      ...proposals,
      expireAfterDays,
      remindAfterDays,
      openPerMentee: own.openPerMentee ?? proposals.openPerMentee,
    },
    relationships: {
      ...relationships,
      mentorsPerMentee: own.mentorsPerMentee ?? relationships.mentorsPerMentee,
      months: own.months ?? relationships.months,
    },
  };
}

/** The other topics are still named where somebody chose them. When all of its own have been retired, it is about all of them. */
function topicsOf({ topics }: OwnSettings, settings: Settings): Settings["topics"] {
  if (topics === null || !offered(settings.topics).some(({ id }) => topics.includes(id))) return settings.topics;
  return settings.topics.map((entry) => (topics.includes(entry.id) ? entry : { ...entry, retired: true }));
}
