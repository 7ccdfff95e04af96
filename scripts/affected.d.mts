export const JOURNEYS_OF: Record<string, string[]>;
export const OF_ALL: string[];
export function listJourneys(): string[];
export function isPageOf(route: string, names: string, all?: readonly string[]): boolean;
export function journeysOf(changed: readonly string[], all: readonly string[]): string[];
