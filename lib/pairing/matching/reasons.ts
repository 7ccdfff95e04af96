import { labelOf, labelsOf, type Settings } from "@/lib/society/settings/settings";
import { common, isSame, type Offer, type Wanted } from "./score";

/** Why a mentor fits, or what they do not offer; with the society's own labels. */
export type Reason =
  | { kind: "covers-all"; isFor: true; topics: string[] }
  | { kind: "covers-some"; isFor: true; topics: string[]; of: number }
  | { kind: "does-not-cover"; isFor: false; topics: string[] }
  | { kind: "meets-as-wanted"; isFor: true; methods: string[] }
  | { kind: "meets-otherwise"; isFor: false; methods: string[]; wanted: string[] }
  | { kind: "speaks-too"; isFor: true; languages: string[] }
  | { kind: "speaks-other"; isFor: false; languages: string[] }
  | { kind: "same-sector"; isFor: true; sector: string }
  | { kind: "same-region"; isFor: true; region: string };

/** The reasons in the order of their weight, what is missing right after what is there. */
export function reasonsFor(wanted: Wanted, offer: Offer, settings: Settings): Reason[] {
  return [
    ...topicReasons(wanted, offer, settings),
    ...methodReasons(wanted, offer, settings),
    ...languageReasons(wanted, offer, settings),
    ...placeReasons(wanted, offer, settings),
  ];
}

function topicReasons(wanted: Wanted, offer: Offer, settings: Settings): Reason[] {
  const covered = common(wanted.topics, offer.topics);
  const missing = wanted.topics.filter((id) => !covered.includes(id));
  const topics = labelsOf(settings.topics, covered);
  const reasons: Reason[] = [];
  if (covered.length > 0 && missing.length === 0) reasons.push({ kind: "covers-all", isFor: true, topics });
  if (covered.length > 0 && missing.length > 0)
    reasons.push({ kind: "covers-some", isFor: true, topics, of: wanted.topics.length });
  if (missing.length > 0) reasons.push({ kind: "does-not-cover", isFor: false, topics: labelsOf(settings.topics, missing) });
  return reasons;
}

function methodReasons(wanted: Wanted, offer: Offer, settings: Settings): Reason[] {
  if (wanted.methods.length === 0) return [];
  const shared = labelsOf(settings.methods, common(wanted.methods, offer.methods));
  if (shared.length > 0) return [{ kind: "meets-as-wanted", isFor: true, methods: shared }];
  const [methods, asked] = [labelsOf(settings.methods, offer.methods), labelsOf(settings.methods, wanted.methods)];
  return [{ kind: "meets-otherwise", isFor: false, methods, wanted: asked }];
}

/** The first language of the society's list goes without saying. */
function languageReasons(wanted: Wanted, offer: Offer, settings: Settings): Reason[] {
  if (wanted.languages.length === 0) return [];
  const shared = common(wanted.languages, offer.languages);
  const notable = shared.filter((id) => id !== settings.languages[0]?.id);
  if (shared.length === 0)
    return [{ kind: "speaks-other", isFor: false, languages: labelsOf(settings.languages, offer.languages) }];
  return notable.length === 0 ? [] : [{ kind: "speaks-too", isFor: true, languages: labelsOf(settings.languages, notable) }];
}

function placeReasons(wanted: Wanted, offer: Offer, settings: Settings): Reason[] {
  const sector = isSame(wanted.sector, offer.sector) ? labelOf(settings.sectors, offer.sector) : null;
  const region = isSame(wanted.region, offer.region) ? labelOf(settings.regions, offer.region) : null;
  const reasons: Reason[] = [];
  if (sector !== null) reasons.push({ kind: "same-sector", isFor: true, sector });
  if (region !== null) reasons.push({ kind: "same-region", isFor: true, region });
  return reasons;
}
