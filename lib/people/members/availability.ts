/** The date decides: once the day has come a mentor is available, whether or not a sweep has run. */
export function isAvailableAt(
  { isAvailable, availableAgainAt }: { isAvailable: boolean; availableAgainAt: Date | null },
  now: Date,
): boolean {
  return isAvailable || (availableAgainAt !== null && availableAgainAt <= now);
}
