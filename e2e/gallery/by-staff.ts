import { type Exhibit, pressing } from "./exhibit";
import type { Society } from "./society";

export type At = (society: Society) => string;

/** A page of staff. */
export const seen = (route: string, state = "by staff"): Exhibit => ({ route, state, as: "staff" });
/** A page about one thing. */
export const about = (route: string, state: string, at: At): Exhibit => ({ route, state, as: "staff", at });
/** The same, once its button was pressed and nothing was filled in. */
export const blank = (route: string, at: At, button: string): Exhibit => ({
  ...about(route, "nothing filled in", at),
  doing: pressing(button),
  isError: true,
});
