import type { Scope, Viewer } from "@/lib/foundation/viewer";

/** Rights of somebody who is not staff. A society reader reads the figures of the whole society, a reader those of named programmes. */
export type Right = "coordinator" | "reader" | "society-reader";

/**
 * Who besides staff comes into which part of the staff pages. A page, an action or a file that names no area is for staff alone, so
 * opening one to coordinators is a line here and the name of the area there.
 */
export const AREAS = {
  today: ["coordinator"],
  members: ["coordinator"],
  letters: ["coordinator"],
  proposals: ["coordinator"],
  relationships: ["coordinator"],
  lists: ["coordinator"],
  programmes: ["coordinator"],
  matching: ["coordinator"],
  readiness: ["coordinator"],
  audit: ["coordinator"],
  reports: ["coordinator", "reader", "society-reader"],
  board: ["society-reader"],
} as const satisfies Record<string, readonly Right[]>;
export type Area = keyof typeof AREAS;

type Holder = Pick<Viewer, "staff" | "rights">;

/** Which programmes' records the viewer may see in an area; null: none, and then it does not exist for them. */
export function scopeOf({ staff, rights }: Holder, area: Area): Scope | null {
  if (staff !== "none") return "all";
  if (!rights) return null;
  const who: readonly Right[] = AREAS[area];
  if (rights.reads === "all" && who.includes("society-reader")) return "all";
  const coordinates = who.includes("coordinator") ? rights.coordinates : [];
  const reads = who.includes("reader") && rights.reads !== "all" ? rights.reads : [];
  const ids = [...new Set([...coordinates, ...reads])];
  return ids.length > 0 ? ids : null;
}

/** The areas that the viewer may enter. */
export function areasOf(viewer: Holder): Area[] {
  return (Object.keys(AREAS) as Area[]).filter((area) => scopeOf(viewer, area) !== null);
}

/** Whether any of the staff pages are there for the viewer. */
export function hasStaffPages(viewer: Holder): boolean {
  return viewer.staff !== "none" || areasOf(viewer).length > 0;
}

/** Whether a record of this programme is within a scope. */
export function isWithin(scope: Scope | null, programmeId: string): boolean {
  return scope === "all" || (scope?.includes(programmeId) ?? false);
}

/** What was asked for, as far as it is within the scope; null: nothing of it. */
export function narrowed(scope: Scope, programmeId: string | null | undefined): Scope | null {
  if (!programmeId) return scope;
  return isWithin(scope, programmeId) ? [programmeId] : null;
}

/** The first page of the staff pages that is there for the viewer; null: none is. */
export function staffHomeOf(viewer: Holder): string | null {
  if (scopeOf(viewer, "today") !== null) return "/admin";
  return scopeOf(viewer, "reports") === null ? null : "/admin/reports";
}
