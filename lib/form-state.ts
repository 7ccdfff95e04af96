/** What a form knows after it was sent and came back: what was typed, what is wrong with each field, and the whole. */
export interface FormState {
  values: Record<string, string[]>;
  errors: Record<string, string[] | null>;
  message: string | null;
}

export const UNTOUCHED: FormState = { values: {}, errors: {}, message: null };
