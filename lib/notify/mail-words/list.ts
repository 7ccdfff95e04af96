import type { Role } from "@/lib/foundation/viewer";
import { toFacts } from "@/lib/notify/letters/facts";
import { EVERYWHERE, listenTo, markFacts, valuesOf } from "@/lib/notify/letters/marked-facts";
import { wordsKey } from "@/lib/notify/letters/own-words";
import { listPassages, type Passage } from "@/lib/notify/letters/passages";
import { braced, listPlaceholders } from "@/lib/notify/letters/placeholders";
import { definitionOf, type NoticeDefinition, type Notices } from "@/lib/notify/notices/define";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { listVariants, makeExample, rolesOf } from "./examples";
import { fieldOf, TEST_KIND } from "./mail-words";

/** A passage of a kind of mail, as staff edit it. */
export interface EditablePassage extends Passage {
  /** The name of its box, the same for as long as the kind has the same passages. */
  field: string;
  /** What it may name. */
  placeholders: string[];
  /** Only mails to this role have it; null: mails to either, or to nobody in particular. */
  role: Role | null;
  /** Some mails of the kind have it, and some do not. */
  isOccasional: boolean;
}

/** The kinds that have words to edit. */
export function listKinds(notices: Notices): string[] {
  return Object.keys(notices).filter((kind) => kind !== TEST_KIND);
}

/** Whether a mail of this kind can belong to a programme, which may then word it its own way. */
export function canDiffer(notices: Notices, kind: string): boolean {
  const definition = definitionOf(notices, kind);
  if (!definition) return false;
  const isOfRelationship = definition.leadsTo({ proposalId: "an-id", data: {} }).includes("an-id");
  return isOfRelationship || (listEditable(notices, kind) ?? []).some(({ ours }) => ours.includes(braced("programme")));
}

const known = new WeakMap<NoticeDefinition, readonly EditablePassage[]>();

/** Every passage that a mail of this kind can have, in their order; null for a kind that has no words to edit. */
export function listEditable(notices: Notices, kind: string): readonly EditablePassage[] | null {
  const definition = definitionOf(notices, kind);
  if (!definition || kind === TEST_KIND) return null;
  const found = known.get(definition) ?? collect(definition, notices, kind);
  known.set(definition, found);
  return found;
}

interface Seen {
  passage: Passage;
  roles: Set<Role | null>;
  times: number;
  /** Those that had a value in every mail with this passage. */
  values: Set<string>;
}

/** Any time will do: only which passages there are is asked, and not what they say. */
const NOW = new Date("2026-01-15T12:00:00Z");

function collect(definition: NoticeDefinition, notices: Notices, kind: string): EditablePassage[] {
  const seen = new Map<string, Seen>();
  const order: string[] = [];
  const variants = rolesOf(definition).flatMap((role) =>
    listVariants(makeExample(kind, role, { mentor: "A", mentee: "B" }, DEFAULT_SETTINGS, NOW)),
  );
  for (const { occasion, settings } of variants) {
    const { facts, heard } = listenTo(toFacts(occasion, { settings, notices, now: NOW, appUrl: "" }));
    listPassages(definition.letter(facts));
    const values = new Set(Object.keys({ ...valuesOf(facts), ...heard }));
    let after = -1;
    for (const passage of listPassages(definition.letter(markFacts(facts)))) {
      const key = wordsKey(passage);
      const before = seen.get(key);
      if (before === undefined) order.splice(after + 1, 0, key);
      after = order.indexOf(key);
      seen.set(key, {
        passage: before ? before.passage : passage,
        roles: new Set([...(before?.roles ?? []), occasion.role]),
        times: (before?.times ?? 0) + 1,
        values: before ? new Set([...before.values].filter((name) => values.has(name))) : values,
      });
    }
  }
  const roles = rolesOf(definition).length;
  const named = new Set(order.flatMap((key) => listPlaceholders(key)));
  return order
    .flatMap((key) => seen.get(key) ?? [])
    .filter(({ passage }) => !isFactAlone(passage))
    .map(({ passage, roles: those, times, values }, i) => ({
      ...passage,
      field: fieldOf(i + 1),
      role: roles > 1 && those.size === 1 ? ([...those][0] ?? null) : null,
      isOccasional: times < (variants.length / roles) * those.size,
      placeholders: [...EVERYWHERE, ...[...values].filter((name) => named.has(name) && !isEverywhere(name))],
    }));
}

/** A date, or a reason, which is a passage by itself. */
function isFactAlone({ ours }: Passage): boolean {
  const [only] = listPlaceholders(ours);
  return only !== undefined && ours === braced(only) && only !== "subject";
}

function isEverywhere(name: string): boolean {
  return EVERYWHERE.some((one) => one === name);
}
