/** Something that should be impossible, or that the sweep could not do: for staff. */
export interface Finding {
  kind: string;
  subjectId: string;
  detail: string;
}
