import type { Settings } from "@/lib/society/settings/settings";
import type { ClosedBecause } from "./mentor";
import type { Reason } from "./reasons";

/** A reason as a short sentence. Labels stand after a colon, as the society wrote them, so that any label reads well. */
export function sayReason(reason: Reason): string {
  switch (reason.kind) {
    case "covers-all":
      return `${coversAll(reason.topics.length)}: ${list(reason.topics)}`;
    case "covers-some":
      return `Covers ${reason.topics.length} of your ${reason.of} topics: ${list(reason.topics)}`;
    case "does-not-cover":
      return `Does not cover: ${list(reason.topics)}`;
    case "meets-as-wanted":
      return `Meets the way you asked for: ${list(reason.methods)}`;
    case "meets-otherwise":
      return `Meets only this way: ${list(reason.methods)}. You asked for: ${list(reason.wanted)}`;
    case "speaks-too":
      return `You both speak: ${list(reason.languages)}`;
    case "speaks-other":
      return `You have no language in common. They speak: ${list(reason.languages)}`;
    case "same-sector":
      return `Works in your sector: ${reason.sector}`;
    case "same-region":
      return `Is in your region: ${reason.region}`;
  }
}

/** Why a mentor takes no proposal at the moment. */
export function sayClosed(because: ClosedBecause, settings: Settings): string {
  const { mentor, mentees } = settings.words;
  if (because === "full") return `This ${mentor} has no place free at the moment.`;
  return `This ${mentor} is not taking new ${mentees} at the moment.`;
}

function coversAll(count: number): string {
  if (count === 1) return "Covers your topic";
  return count === 2 ? "Covers both your topics" : `Covers all ${count} of your topics`;
}

function list(labels: readonly string[]): string {
  return labels.join(", ");
}
