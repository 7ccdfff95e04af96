import { createHash } from "node:crypto";
import { done, type Refusal } from "./result";

/** Done; `isAnother` when the same form had made an entry with other words before, and this is one beside it. */
export type Kept<Value> = { ok: true; value: Value; isAnother?: true };

/** Something stands under the key already: just what was typed now, or something else. */
export interface Taken<Value> {
  ok: "taken";
  isSame: boolean;
  value: Value;
}

export function taken<Value>(value: Value, isSame: boolean): Taken<Value> {
  return { ok: "taken", isSame, value };
}

/**
 * Saves what came in a form with a key of its own: once, however often the form arrives. Somebody who goes back to a form that was used,
 * types something else in it and presses again has not said what is to become of the first entry, so it stays, and what was typed is
 * another one beside it, whose key is made of both. `typed` is all that makes it another one.
 */
export async function once<Value, Reason extends string>(
  key: string,
  typed: unknown,
  save: (key: string) => Promise<{ ok: true; value: Value } | Refusal<Reason> | Taken<Value>>,
): Promise<Kept<Value> | Refusal<Reason>> {
  const first = await save(key);
  if (first.ok !== "taken") return first;
  if (first.isSame) return done(first.value);
  const second = await save(keyOf(key, typed));
  if (second.ok === false) return second;
  return { ok: true, value: second.value, isAnother: true };
}

/** A UUID that the same words under the same key have again. */
export function keyOf(key: string, typed: unknown): string {
  const hex = createHash("sha256")
    .update(JSON.stringify([key, typed]))
    .digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
