/** The date decides: from that day on a mentor is available, whether or not a sweep has run. */
export function isAvailableAt(
  { isAvailable, availableAgainAt }: { isAvailable: boolean; availableAgainAt: Date | null },
  now: Date,
): boolean {
  return isAvailable || (availableAgainAt !== null && availableAgainAt <= now);
}
