/** The round of an invitation: which time it asks about. A meeting that was moved is another question, and old links know it. */
export function roundOfTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  const [starts, ends] = [minuteOf(startsAt), minuteOf(endsAt)];
  // A meeting lasts a day at most, which is far fewer minutes than that.
  return starts * 10_000 + (ends - starts);
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000);
}
