import { offered, type Settings } from "@/lib/society/settings/settings";
import { type OwnSettings, TOOLS, type Tool } from "./programme";

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
      openQuestions: own.openQuestions ?? proposals.openQuestions,
      questionDays: own.questionDays ?? proposals.questionDays,
    },
    relationships: relationshipsOf(own, relationships),
  };
}

/** What counts for its relationships. */
export function relationshipsOf(own: OwnSettings | null, relationships: Settings["relationships"]): Settings["relationships"] {
  if (own === null) return relationships;
  return {
    ...relationships,
    mentorsPerMentee: own.mentorsPerMentee ?? relationships.mentorsPerMentee,
    months: own.months ?? relationships.months,
    askIfMetOnDays: own.askIfMetOnDays ?? relationships.askIfMetOnDays,
    askIfStillMeetingAfterDays: own.askIfStillMeetingAfterDays ?? relationships.askIfStillMeetingAfterDays,
  };
}

/** The tools that its relationships work with; the society's have all. */
export function toolsOf(own: OwnSettings | null): readonly Tool[] {
  return TOOLS.filter((tool) => !own?.withoutTools?.includes(tool));
}

/** The tools that are not there for two of its partners: what they have begun with one stays within their reach, whatever staff change. */
export function missingTools(own: OwnSettings | null, used: readonly string[]): Tool[] {
  const offered = toolsOf(own);
  return TOOLS.filter((tool) => !offered.includes(tool) && !used.includes(tool));
}

/** The text that counts for its relationships: its own, where it has one that is published, or else the society's. */
export function textOf<Text>(own: Text | null, society: Text): { isOfProgramme: boolean; text: Text } {
  return own === null ? { isOfProgramme: false, text: society } : { isOfProgramme: true, text: own };
}

/** The other topics are still named where somebody chose them. When all of its own have been retired, it is about all of them. */
function topicsOf({ topics }: OwnSettings, settings: Settings): Settings["topics"] {
  if (topics === null || !offered(settings.topics).some(({ id }) => topics.includes(id))) return settings.topics;
  return settings.topics.map((entry) => (topics.includes(entry.id) ? entry : { ...entry, retired: true }));
}
