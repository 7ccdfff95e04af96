/** The result of a command: done, or refused for a reason that we can tell the member. */
export type Result<Value, Reason extends string> = { ok: true; value: Value } | Refusal<Reason>;

export interface Refusal<Reason extends string> {
  ok: false;
  reason: Reason;
}

export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** Where the doors listen for refusals (lib/foundation/heard.ts), so that they can log those of access. Empty in a browser. */
export interface Heard {
  connectHearRefusal?: (reason: string) => void;
}

export function refuse<Reason extends string>(reason: Reason): Refusal<Reason> {
  (globalThis as Heard).connectHearRefusal?.(reason);
  return { ok: false, reason };
}
