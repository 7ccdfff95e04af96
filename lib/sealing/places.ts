/**
 * Every column that is kept sealed, and the columns that name its row. In the schema files its comment begins "Sealed".
 * What is sealed is bound to its column and row, so a row must keep its name.
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
  "mails.sealed": ["key"],
  "support_messages.words": ["requestId", "number"],
};

/** "messages.body:9f0c…", what a sealed text is bound to. Throws for a column that is not named above. */
export function placeOf(column: string, key: readonly (string | number)[]): string {
  if (SEALED[column]?.length !== key.length) throw new Error(`${column} is not named among the sealed columns.`);
  return `${column}:${key.join("/")}`;
}
