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

/** A letter to those who could offer it. */
export function letterOf({ id }: Pick<Topic, "id">): string {
  return `/admin/letters/new?couldOffer=${id}`;
}

/** Those whom nobody has asked, and a letter to them. */
export const UNASKED = {
  list: listHref("members", { gap: "mentor-unasked" }),
  letter: "/admin/letters/new?gap=mentor-unasked",
} as const;
