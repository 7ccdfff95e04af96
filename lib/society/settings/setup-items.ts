/** What a new society has to do, in the order in which it is sensible. Their names are stored, so they never change. */
export const SETUP_ITEMS = [
  "names",
  "help",
  "logo",
  "sign-in",
  "mail",
  "register",
  "texts",
  "contract",
  "second-admin",
] as const;
export type SetupItem = (typeof SETUP_ITEMS)[number];
