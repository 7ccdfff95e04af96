export function requireNode(): void;
export function warnOfOldLine(): void;
export function findLastFixes(version: string, today: string): string | null;
