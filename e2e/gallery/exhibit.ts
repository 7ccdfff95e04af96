import type { Page } from "@playwright/test";
import type { Society } from "./society";

/** Whose eyes see a page; nobody is signed in as the stranger. */
export type Seer = "stranger" | keyof Society["people"];

/** A page in one of its states, to be looked at on every screen. */
export interface Exhibit {
  /** As app/ has it, with [names] for the parts that differ. */
  route: string;
  state: string;
  as: Seer;
  /** The address; the route itself when it has no [names]. */
  at?: string | ((society: Society) => string);
  /** Brings the page that was opened into its state. */
  doing?: (page: Page, society: Society) => Promise<void>;
  /** Whether a form came back with something to mend. */
  isError?: boolean;
  /** On the product with local accounts. */
  isLocal?: boolean;
}

export type Room = readonly Exhibit[];

/** Presses a button, and waits until the form is back with a summary of what is wrong. */
export function pressing(name: string | RegExp): NonNullable<Exhibit["doing"]> {
  return async (page) => {
    await page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
    await page.getByRole("main").getByRole("alert").first().waitFor();
  };
}
