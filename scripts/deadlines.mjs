/** Within how many days a published weakness of a package is mended here, by its severity; and a patch release without one taken. */
export const DEADLINE_DAYS = { critical: 3, high: 7, moderate: 30, low: 90, patch: 30 };

const DAY = 86_400_000;

/**
 * How long something has been waiting for us, and whether that is too long: `since` is when the release that mends it, or might, was
 * published. Without such a release there is nothing that we could have taken.
 */
export function measure(kind, since, now) {
  const allowed = DEADLINE_DAYS[kind] ?? DEADLINE_DAYS.low;
  if (since === null) return { isOverdue: false, words: "no later release is there yet" };
  const days = Math.floor((now.getTime() - since.getTime()) / DAY);
  const left = allowed - days;
  if (left < 0) return { isOverdue: true, words: `overdue by ${-left} days (${allowed} are allowed)` };
  return { isOverdue: false, words: `due in ${left} days` };
}

/** When the first release after the locked one was published, by the registry's times of a package; null when there is none. */
export function firstAfter(times, locked) {
  const from = Date.parse(times[locked] ?? "");
  const later = Object.entries(times)
    .filter(([version]) => /^\d+\.\d+\.\d+/.test(version) && version !== locked)
    .map(([, at]) => Date.parse(at))
    .filter((at) => Number.isNaN(from) || at > from)
    .toSorted((a, b) => a - b);
  return later.length > 0 ? new Date(later[0]) : null;
}
