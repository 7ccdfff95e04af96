import { listHref } from "@/lib/staff/reports/leads";
import type { Board, Topic } from "./board";

/** The proposals about a topic that were sent in the period. */
export function sentOf({ id }: Topic, { period }: Pick<Board, "period">): string {
  return listHref("proposals", { topic: id, ...period.range });
}

/** Those who offer it and have a place. */
export function mentorsOf({ id }: Topic): string {
  return listHref("members", { offers: id });
}
