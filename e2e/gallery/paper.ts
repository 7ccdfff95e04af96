import type { Room } from "./exhibit";
import { MEMBER } from "./member";
import { PARTNERS } from "./partners";
import { PUBLIC } from "./public";
import { SETTINGS } from "./settings";
import { STAFF } from "./staff";

const ALL: Room = [...PUBLIC, ...MEMBER, ...PARTNERS, ...STAFF, ...SETTINGS];

/** Every page that the gallery looks at, and in how many states, as a paper has it. */
export function galleryPaper(): string {
  const states = new Map<string, number>();
  for (const { route } of ALL) states.set(route, (states.get(route) ?? 0) + 1);
  const lines = [...states]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([route, count]) => `| \`${route}\` | ${count} |`);
  return [`${states.size} pages in ${ALL.length} states:`, "", "| page | states |", "| --- | --- |", ...lines].join("\n");
}
