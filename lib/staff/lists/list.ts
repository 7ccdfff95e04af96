/** The lists that staff can take away as files: those with a page of their own first, which have its filters. */
export const LISTS = [
  "members",
  "programme-members",
  "proposals",
  "relationships",
  "mentors",
  "meetings",
  "survey-figures",
] as const;
export type ListName = (typeof LISTS)[number];

/** Whose filters are those of a page. The others are on the page Lists as files. */
export const LISTS_WITHOUT_A_PAGE = ["mentors", "meetings"] as const satisfies readonly ListName[];

export function isList(name: string): name is ListName {
  return (LISTS as readonly string[]).includes(name);
}
