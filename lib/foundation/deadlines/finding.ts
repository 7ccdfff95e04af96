/** Something that should be impossible, or that the sweep could not do: for staff. */
export interface Finding {
  kind: string;
  /** Null when it is about no row that has an id. */
  subjectId: string | null;
  /** What tells two findings of a kind apart, where the subject does not. */
  occasion?: string;
  detail: string;
}
