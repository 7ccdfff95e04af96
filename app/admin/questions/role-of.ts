import { notFound } from "next/navigation";
import type { Role } from "@/lib/foundation/viewer";

/** The role that an address names; any other is no page. */
export function roleOf(name: string): Role {
  if (name !== "mentor" && name !== "mentee") notFound();
  return name;
}
