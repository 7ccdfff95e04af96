export interface JourneyPlan {
  browser: string[] | null;
  alone: string[] | null;
  plain: string[] | null;
  local: boolean;
}
export const ALONE: string[];
export function planJourneys(rest: readonly string[], gallery?: string, files?: readonly string[]): JourneyPlan;
