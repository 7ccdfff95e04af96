import type { Environment } from "@/lib/foundation/env";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/society/settings/settings";
import { SETUP_ITEMS, type SetupItem } from "@/lib/society/settings/setup-items";

/** What only the database knows of a new society. */
export interface SetupFacts {
  /** Somebody who is not staff has signed in. */
  hasMember: boolean;
  hasSentMail: boolean;
  hasRegister: boolean;
  hasOwnPrivacyPolicy: boolean;
  hasOwnContract: boolean;
  hasSecondAdmin: boolean;
}

/** How the product was started, as far as it matters here. */
export type SetupEnvironment = Pick<Environment, "SIGN_IN" | "OIDC_STANDING_MISSING" | "MAIL_TRANSPORT">;

export type SetupState = "done" | "open" | "dismissed";

/** Which fact answers an item; the others are answered by the settings. */
const ASKED: Partial<Record<SetupItem, keyof SetupFacts>> = {
  "sign-in": "hasMember",
  mail: "hasSentMail",
  register: "hasRegister",
  texts: "hasOwnPrivacyPolicy",
  contract: "hasOwnContract",
  "second-admin": "hasSecondAdmin",
};

/** Whether the database has to be asked: it has not while everything that it could answer is dismissed. */
export function needsFacts({ setup }: Settings, environment: SetupEnvironment): boolean {
  return itemsFor(environment).some((item) => item in ASKED && !setup.dismissed.includes(item));
}

/** Every item that this society has, with its state, worked out from what is there. */
export function readSetup(
  settings: Settings,
  environment: SetupEnvironment,
  facts: SetupFacts,
): { item: SetupItem; state: SetupState }[] {
  return itemsFor(environment).map((item) => {
    if (isDone(item, settings, environment, facts)) return { item, state: "done" };
    return { item, state: settings.setup.dismissed.includes(item) ? "dismissed" : "open" };
  });
}

/** A register is only needed where it says who may come in. */
function itemsFor({ SIGN_IN, OIDC_STANDING_MISSING }: SetupEnvironment): SetupItem[] {
  const needsRegister = SIGN_IN === "local" || OIDC_STANDING_MISSING === "register";
  return SETUP_ITEMS.filter((item) => item !== "register" || needsRegister);
}

function isDone(item: SetupItem, { society, support }: Settings, environment: SetupEnvironment, facts: SetupFacts): boolean {
  const fact = ASKED[item];
  const isKnown = fact === undefined || facts[fact];
  switch (item) {
    case "names":
      return society.name !== DEFAULT_SETTINGS.society.name;
    case "help":
      return support.email !== null || support.phone !== null;
    case "logo":
      return society.logo !== null;
    case "mail":
      // What is only captured reaches nobody.
      return isKnown && environment.MAIL_TRANSPORT !== "capture";
    default:
      return isKnown;
  }
}
