import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { SETUP_ITEMS, type SetupItem } from "@/lib/society/settings/setup-items";
import { needsFacts, readSetup, type SetupEnvironment, type SetupFacts } from "./setup";
import { aboutItem } from "./wording";

const LOCAL: SetupEnvironment = { SIGN_IN: "local", OIDC_STANDING_MISSING: "refused", MAIL_TRANSPORT: "smtp" };
const NOTHING: SetupFacts = {
  ...{ hasMember: false, hasSentMail: false, hasRegister: false },
  ...{ hasOwnPrivacyPolicy: false, hasOwnContract: false, hasSecondAdmin: false },
};
const EVERYTHING = Object.fromEntries(Object.keys(NOTHING).map((fact) => [fact, true])) as unknown as SetupFacts;
const SET = Settings.parse({
  society: { name: "Guild of Founders", logo: { name: "0".repeat(32), width: 90, height: 40 } },
  support: { phone: "01632 960 001" },
});
const open = (settings: Settings, facts: SetupFacts, environment = LOCAL) =>
  readSetup(settings, environment, facts).flatMap(({ item, state }) => (state === "open" ? [item] : []));

test("a society that has done nothing has everything to do; one that has done all, nothing", () => {
  expect(open(DEFAULT_SETTINGS, NOTHING)).toEqual(SETUP_ITEMS);
  expect(open(SET, EVERYTHING)).toEqual([]);
});

test.each<[SetupItem, keyof SetupFacts]>([
  ["sign-in", "hasMember"],
  ["mail", "hasSentMail"],
  ["register", "hasRegister"],
  ["texts", "hasOwnPrivacyPolicy"],
  ["contract", "hasOwnContract"],
  ["second-admin", "hasSecondAdmin"],
])("%s is open for as long as there is no such thing", (item, fact) => {
  expect(open(SET, { ...EVERYTHING, [fact]: false })).toEqual([item]);
});

test("mails that are only captured have reached nobody", () => {
  expect(open(SET, EVERYTHING, { ...LOCAL, MAIL_TRANSPORT: "capture" })).toEqual(["mail"]);
});

test("a register is asked for only where it says who may come in", () => {
  const federated = { ...LOCAL, SIGN_IN: "federated" } as const;
  expect(open(SET, NOTHING, federated)).not.toContain("register");
  expect(open(SET, NOTHING, { ...federated, OIDC_STANDING_MISSING: "register" })).toContain("register");
});

test("what is dismissed is not open, and the database is not asked about it", () => {
  const dismissed = Settings.parse({ ...SET, setup: { dismissed: SETUP_ITEMS } });
  expect(open(dismissed, NOTHING)).toEqual([]);
  expect([needsFacts(dismissed, LOCAL), needsFacts(SET, LOCAL)]).toEqual([false, true]);
});

test.each(SETUP_ITEMS)("%s says what it needs, and leads there", (item) => {
  const { label, needs, href } = aboutItem(item, DEFAULT_SETTINGS);
  expect(label).toMatch(/^[A-Z].+[^.]$/);
  expect(needs).toMatch(/\.$/);
  expect(href).toMatch(/^\/admin\//);
});
