import { type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { RefusalReason } from "./proposal";
import { wasChangedMeanwhile } from "./save";

/** `busy`: somebody else was quicker every time, or a sweep holds what has to be changed. */
export type CommandRefusal = RefusalReason | "not-found" | "busy";

type Attempt<Value> = () => Promise<Result<Value, CommandRefusal> | null>;

/** Reads and decides again while somebody else is quicker or a sweep holds a row, and then gives up in words. */
export async function untilSaved<Value>(attempt: Attempt<Value>): Promise<Result<Value, CommandRefusal>> {
  const isLost = (error: unknown) => {
    if (!wasChangedMeanwhile(error)) throw error;
    return null;
  };
  return (await retry(() => attempt().catch(isLost), { pauseMs: 20 })) ?? refuse("busy");
}
