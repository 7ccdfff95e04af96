import { EXHIBITS } from "./rooms";

/** Every page that the gallery looks at, and in how many states, as a paper has it. */
export function galleryPaper(): string {
  const states = new Map<string, number>();
  for (const { route } of EXHIBITS) states.set(route, (states.get(route) ?? 0) + 1);
  const lines = [...states]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([route, count]) => `| \`${route}\` | ${count} |`);
  return [`${states.size} pages in ${EXHIBITS.length} states:`, "", "| page | states |", "| --- | --- |", ...lines].join("\n");
}
