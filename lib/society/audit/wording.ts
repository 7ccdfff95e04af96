import { ID } from "@/lib/foundation/id";
import type { Subject } from "./fact";
import { FACTS } from "./phrases";

/** What a line is about where it is not about people; what is named in its data is said after it. */
export const SUBJECTS: Readonly<Record<Subject, string>> = {
  proposal: "a proposal",
  relationship: "a relationship",
  member: "a member",
  settings: "the settings",
  register: "the membership register",
  "support-request": "a support request",
  document: "a text",
  resource: "a resource",
  film: "a film",
  programme: "a programme",
  condition: "a condition of a role",
  "profile-question": "a question on profiles",
  "matching-rule": "a rule of matching",
  mail: "a mail",
  finding: "a finding",
  audit: "the audit trail",
  list: "a list",
  board: "the society’s board",
  "api-token": "an access token for another system",
  webhook: "a webhook of another system",
  letter: "a letter",
  "mail-words": "the society’s words for a mail",
  survey: "a survey",
};

/** Who does things here. */
export const ACTORS = { member: "A member", staff: "Staff", clock: "A scheduled job", system: "The system" } as const;

/** The phrase for a fact, or its own name if it has no phrase. */
export function sayFact(fact: string, actor?: keyof typeof ACTORS): string {
  // Partners agree to extend, but staff decide alone.
  if (fact === "extended" && actor === "staff") return "gave more time to";
  return FACTS[fact] ?? fact.replaceAll("-", " ");
}

/** What else a line says, from its data: "day 7", "because mentee left". Ids and the first round are left out. */
export function sayData(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .flatMap(([key, value]) => {
      const name = key.replace(/([A-Z])/g, " $1").toLowerCase();
      const said = sayValue(value);
      if (said === null || (key === "round" && value === 1)) return [];
      return said === "" ? [name] : [`${name} ${said}`];
    })
    .join(", ");
}

const BEGINS_WITH_ID = new RegExp(`^${ID}`);

/** Null for values not worth showing. */
function sayValue(value: unknown): string | null {
  if (value === null || value === undefined || value === false || value === "") return null;
  if (value === true) return "";
  if (Array.isArray(value)) return value.flatMap((one) => sayValue(one) ?? []).join(", ") || null;
  if (typeof value === "object") return sayData(value as Record<string, unknown>) || null;
  const text = String(value);
  if (BEGINS_WITH_ID.test(text)) return null;
  return /^\d{4}-\d\d-\d\dT/.test(text)
    ? text.slice(0, 10)
    : /^[a-z]+(-[a-z]+)+$/.test(text)
      ? text.replaceAll("-", " ")
      : text;
}
