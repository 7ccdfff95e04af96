/** For staff: an inconsistency in the data, or a row that the sweep could not process. */
export interface Finding {
  kind: string;
  /** Null if the finding is not about a row with an id. */
  subjectId: string | null;
  /** Distinguishes two findings of one kind if the subject does not. */
  occasion?: string;
  detail: string;
}
