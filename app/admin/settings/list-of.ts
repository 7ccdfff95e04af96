import { notFound } from "next/navigation";
import { LIST_NAMES, type ListName } from "@/lib/society/settings/settings";

/** The list that an address names; any other name is a 404. */
export function listOf(name: string): ListName {
  return LIST_NAMES.find((list) => list === name) ?? notFound();
}
