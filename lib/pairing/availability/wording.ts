import type { Settings } from "@/lib/society/settings/settings";
import type { AvailabilityRefusal } from "./availability";

/** Why a pause was not begun, for the mentor. */
export function sayAvailabilityRefusal(reason: AvailabilityRefusal): string {
  switch (reason) {
    case "day-missing":
      return "Enter the day from which you are available again.";
    case "day-past":
      return "Choose a day after today.";
    case "day-too-far":
      return "Choose a day within the next two years, or leave it empty.";
    case "no-profile":
      return "Create your profile first. Until then nobody can find you anyway.";
  }
}

/** What stands on every screen of a mentor who cannot be found, word for word as members know it. */
export function sayUnavailable({ words }: Settings): string {
  return `You are currently unavailable to ${words.mentees}`;
}
