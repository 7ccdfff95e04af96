import { AREAS } from "@/lib/people/rights/rights";
import type { SourceFile } from "./source-file";

/** What asks in their place: where a page acts on one record, and where a file is also for members. */
const HELPERS = /\bawait (requireOpenProposal|requireOpenRelationship|requireText)\(|\bfindAttachment\(viewer, "staff"/;
const ASKS = /\bawait requireStaff\((?:"([a-z]+)")?\)/g;

/** One sentence for each page or file of the staff pages that does not ask, by itself, whether the viewer may have it. */
export function findUnguardedStaffPages(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^app\/admin\/(.*\/)?(page|route)\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      const asked = [...text.matchAll(ASKS)].map(([, area]) => area ?? "staff");
      if (asked.length === 0) return HELPERS.test(text) ? [] : [`${path} does not ask requireStaff who is there`];
      return asked.filter((area) => !isKnown(area)).map((area) => `${path} is for “${area}”, which is no area of a page`);
    });
}

/** "any" is for the frame alone: it lets in whoever has any of the pages. */
function isKnown(area: string): boolean {
  return area === "staff" || area === "admin" || Object.hasOwn(AREAS, area);
}

/** One sentence for each action of the staff pages that is not for staff or administrators in the first place. */
export function findOpenStaffActions(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^app\/admin\/.*actions\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\b(formAction|openAction)\(/g)].map(
        ([, door]) => `${path} goes through ${door}, which is not for staff`,
      ),
    );
}
