import { isId, readId } from "@/lib/foundation/id";

/**
 * Every column that is kept sealed, and the columns that name its row. In the schema files its comment begins "Sealed".
 * A text is bound to its column and row, so the id of a row must never change.
 */
export const SEALED: Record<string, readonly string[]> = {
  "contracts.text": ["relationshipId", "number"],
  "contracts.menteeName": ["relationshipId", "number"],
  "contracts.mentorName": ["relationshipId", "number"],
  "reflections.words": ["id"],
  "sheet_versions.words": ["sheetId", "number"],
  "goal_steps.words": ["id"],
  "messages.body": ["relationshipId", "senderId", "key"],
  "meetings.words": ["id"],
  "calendar_feeds.token": ["memberId"],
  "code_apps.secret": ["memberId"],
  "mails.sealed": ["key"],
  "webhook_endpoints.secret": ["id"],
  "support_messages.words": ["requestId", "number"],
  "proposal_texts.objectivesSealed": ["proposalId", "number"],
  "proposal_texts.meetingSealed": ["proposalId", "number"],
  "proposal_texts.contributionSealed": ["proposalId", "number"],
  "proposals.rejectionSealed": ["id"],
  "profile_answers.sealed": ["memberId", "questionId"],
  "survey_answers.words": ["askingId"],
  "readiness_items.words": ["id"],
  "readiness_items.note": ["id"],
  "readiness_referees.person": ["id"],
  "readiness_referees.words": ["id"],
};

/** Columns that were stored unencrypted before, and where: `npm run words:rotate` seals what is still there. */
export const PLAIN_BEFORE: Readonly<Record<string, string>> = {
  "proposal_texts.objectivesSealed": "objectives",
  "proposal_texts.meetingSealed": "meeting",
  "proposal_texts.contributionSealed": "contribution",
  "proposals.rejectionSealed": "rejectionReason",
};

/** The key columns of a row, in the order above. */
export type Key = readonly (string | number)[];

/**
 * "messages.body:9f0c…", the place that a sealed text is bound to. Ids are spelt as the database returns them, however they
 * were typed. Throws for a column that is not listed above.
 */
export function placeOf(column: string, key: Key): string {
  if (SEALED[column]?.length !== key.length) throw new Error(`${column} is not named among the sealed columns.`);
  return write(
    column,
    key.map((part) => readId(part) ?? part),
  );
}

/**
 * Older versions bound texts to ids as they were typed in a form. These are the same ids in capitals: one to seven variants,
 * few enough to try while a page is rendered.
 */
export function* placesInCapitals(column: string, key: Key): Generator<string> {
  const parts = key.map((part) => readId(part) ?? part);
  const ids = parts.flatMap((part, i) => (isId(String(part)) ? [i] : []));
  for (let mask = 1; mask < 2 ** ids.length; mask++) {
    yield write(
      column,
      parts.map((part, i) => (ids.includes(i) && mask & (1 << ids.indexOf(i)) ? String(part).toUpperCase() : part)),
    );
  }
}

/** An id has twelve letters on average. With more than this, there are too many mixes to try. */
const MOST_LETTERS = 16;

/**
 * One id in any mix of small and capital letters: up to about ten thousand variants, which only a command has time for. Ids
 * with too many letters, and two mixed ids at once, are not tried.
 */
export function* placesInAnyMix(column: string, key: Key): Generator<string> {
  const parts = key.map((part) => readId(part) ?? part);
  for (const [at, part] of parts.entries()) {
    const characters = [...String(part)];
    const letters = characters.flatMap((character, i) => (/[a-f]/.test(character) ? [i] : []));
    if (!isId(String(part)) || letters.length > MOST_LETTERS) continue;
    for (let mask = 1; mask < 2 ** letters.length; mask++) {
      const mixed = [...characters];
      for (const [bit, i] of letters.entries()) if (mask & (1 << bit)) mixed[i] = (mixed[i] ?? "").toUpperCase();
      yield write(
        column,
        parts.map((one, i) => (i === at ? mixed.join("") : one)),
      );
    }
  }
}

function write(column: string, parts: Key): string {
  return `${column}:${parts.join("/")}`;
}
