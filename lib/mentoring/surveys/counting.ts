import type { Role } from "@/lib/foundation/viewer";

/** Fewer answers than this are never shown, nor can they be worked out. */
export const FEWEST = 5;
/** An answer can be changed for a day before it is counted. */
export const CHANGEABLE_HOURS = 24;
/** After so many days an answer no longer waits for others of its role or programme alone. */
export const WAIT_DAYS = 7;

/** An answer that is in no figure yet. */
export interface Waiting {
  id: string;
  version: number;
  programmeId: string | null;
  role: Role | null;
  answeredAt: Date;
  /** Staff know who gave it, so it does not help to hide the others in a group. */
  wantsContact: boolean;
  chosen: Readonly<Record<string, number>>;
}

/** Answers that enter the figures together, and as what. Empty: of several programmes, of both roles. */
export interface Group {
  programme: string;
  role: Role | "";
  answers: readonly Waiting[];
}

/**
 * Which answers of one survey are counted now. Every figure anywhere is a sum of such groups, each with at least five people whose
 * names staff do not know; a group is never taken apart, and an answer in it never changes. So the
 * difference between two views is made of whole groups again, whichever filters somebody sets and on whichever days they look.
 */
export function findGroups(waiting: readonly Waiting[], now: Date): Group[] {
  const groups: Group[] = [];
  let left = waiting.filter(({ answeredAt }) => hoursSince(answeredAt, now) >= CHANGEABLE_HOURS);
  const take = (
    isReady: (answers: readonly Waiting[]) => boolean,
    cellOf: (one: Waiting) => Pick<Group, "programme" | "role">,
  ) => {
    const cells = new Map<string, Group & { answers: Waiting[] }>();
    for (const one of left) {
      const cell = cellOf(one);
      const key = `${cell.programme}:${cell.role}`;
      const group = cells.get(key) ?? { ...cell, answers: [] };
      group.answers.push(one);
      cells.set(key, group);
    }
    for (const group of cells.values()) {
      if (isReady(group.answers) && countUnnamed(group.answers) >= FEWEST) groups.push(group);
    }
    const taken = new Set(groups.flatMap(({ answers }) => answers));
    left = left.filter((one) => !taken.has(one));
  };
  const haveWaited = (answers: readonly Waiting[]) =>
    answers.some(({ answeredAt }) => hoursSince(answeredAt, now) >= WAIT_DAYS * 24);
  take(
    () => true,
    ({ programmeId, role }) => ({ programme: programmeId ?? "", role: role ?? "" }),
  );
  take(haveWaited, ({ programmeId }) => ({ programme: programmeId ?? "", role: "" }));
  take(haveWaited, () => ({ programme: "", role: "" }));
  return groups;
}

export interface Figure {
  /** 0: the people themselves. */
  question: number;
  value: number;
  count: number;
}

/** What a group adds to the figures. A question that fewer of the group have answered is left out. */
export function tally({ answers }: Group): Figure[] {
  const counts = new Map<string, Figure>();
  const isCounted = (question: string) => countUnnamed(answers.filter(({ chosen }) => question in chosen)) >= FEWEST;
  const add = (question: number, value: number) => {
    const key = `${question}:${value}`;
    const figure = counts.get(key) ?? { question, value, count: 0 };
    counts.set(key, { ...figure, count: figure.count + 1 });
  };
  for (const { chosen } of answers) {
    add(0, 0);
    for (const [question, value] of Object.entries(chosen)) if (isCounted(question)) add(Number(question), value);
  }
  return [...counts.values()];
}

function countUnnamed(answers: readonly Waiting[]): number {
  return answers.filter(({ wantsContact }) => !wantsContact).length;
}

function hoursSince(at: Date, now: Date): number {
  return (now.getTime() - at.getTime()) / 3_600_000;
}
