/**
 * The words of one field of practice. In every text `[this|that]` offers a choice and `{role}`, `{place}`, `{years}` are
 * filled in; `{a role}` brings its article.
 */
export interface Field {
  mentorRoles: readonly string[];
  menteeRoles: readonly string[];
  /** Where they work, with article. */
  places: readonly string[];
  /** How a mentor begins. */
  openers: readonly string[];
  /** What taught a mentor something. */
  turns: readonly string[];
  /** What "a specific skill" is here: after "help with" or "get better at". */
  skills: readonly string[];
  /** Where a mentee stands. */
  situations: readonly string[];
  /** What a mentee hopes for, beyond the topics. */
  hopes: readonly string[];
}
