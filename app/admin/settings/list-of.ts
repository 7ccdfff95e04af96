import { notFound } from "next/navigation";
import { LIST_NAMES, type ListName } from "@/lib/society/settings/settings";

/** The list that an address names; for any other name there is no page. */
export function listOf(name: string): ListName {
  return LIST_NAMES.find((list) => list === name) ?? notFound();
}
