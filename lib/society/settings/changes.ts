import type { ListEntry, Settings } from "./settings";
import { LIST_NAMES } from "./settings";

/** One changed setting, for the audit trail. */
export interface Change {
  /** Its path in the settings: words.mentor, topics.8.label. */
  setting: string;
  from: string | null;
  to: string | null;
}

/** What differs between two sets of settings. */
export function changesBetween(before: Settings, after: Settings): Change[] {
  const isList = (key: string) => (LIST_NAMES as readonly string[]).includes(key);
  const groups = Object.keys(after).filter((key) => !isList(key)) as (keyof Settings)[];
  const plain = groups.flatMap((group) => {
    const [was, is] = [before[group] as Record<string, unknown>, after[group] as Record<string, unknown>];
    return Object.keys(is).map((key) => ({ setting: `${group}.${key}`, from: say(was[key]), to: say(is[key]) }));
  });
  const inLists = LIST_NAMES.flatMap((list) => changesOfList(list, before[list], after[list]));
  return [...plain, ...inLists].filter(({ from, to }) => from !== to);
}

function changesOfList(list: string, before: readonly ListEntry[], after: readonly ListEntry[]): Change[] {
  const entries = after.flatMap(({ id, label, retired }) => {
    const was = before.find((entry) => entry.id === id);
    if (!was) return [{ setting: `${list}.${id}`, from: null, to: label }];
    return [
      { setting: `${list}.${id}.label`, from: was.label, to: label },
      { setting: `${list}.${id}.retired`, from: say(was.retired), to: say(retired) },
    ];
  });
  const order = (of: readonly ListEntry[], and: readonly ListEntry[]) =>
    of.filter(({ id }) => and.some((entry) => entry.id === id)).map(({ id }) => id);
  return [...entries, { setting: `${list}.order`, from: say(order(before, after)), to: say(order(after, before)) }];
}

/** As one line; of a picture its name. */
function say(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object") return "name" in value ? String(value.name) : JSON.stringify(value);
  return String(value);
}
