/** A name without what is not part of it. */
export interface NameParts {
  plain: string;
  /** Before the comma of “Bell, Ben”; null when there is no comma. */
  surname: string | null;
  /** Names at birth or before a marriage. */
  former: string[];
}

const FORMERLY = "née|nee|né|geb\\.?|geborene?r?|born|formerly|previously|voorheen";
const IN_BRACKETS = /[([]([^)\]]*)[)\]]/g;
const MARKED = new RegExp(`^\\s*(?:${FORMERLY})\\s+(.+)$`, "iu");
const AT_THE_END = new RegExp(`\\s(?:${FORMERLY})\\s+(\\S+)\\s*$`, "iu");

/** Takes a name as registers write it apart: “Ann (née Cole) Hart, MICE” → Ann Hart, formerly Cole. */
export function partsOfName(written: string, least = 2): NameParts {
  const former: string[] = [];
  const keep = (_all: string, name: string) => {
    former.push(name);
    return " ";
  };
  const plain = withoutTitles(
    written
      // A nickname in brackets is no surname.
      .replace(IN_BRACKETS, (_all, inside: string) => {
        former.push(...(MARKED.exec(inside)?.slice(1) ?? []));
        return " ";
      })
      .replace(AT_THE_END, keep),
    least,
  );
  const comma = plain.indexOf(",");
  return { plain, surname: comma > 0 ? plain.slice(0, comma) : null, former };
}

/** Titles before a name, and letters behind it. */
const TITLES = new Set("mr mrs ms miss mx dr prof professor sir dame rev revd herr frau dipl ing mevr dhr mme mlle".split(" "));
/** Only where they cannot be a surname, so the list names letters that members of societies have. */
const LETTERS = new Set(
  `ba bsc beng bcom bed llb ma msc meng mphil mba mres mchem mphys mmath llm md mbbs mbchb phd dphil dsc dba edd pgce pgdip hons ceng
  ieng engtech cenv csci cphys cchem cbiol cmath cgeol cstat citp cmgr cfa cpa pmp pe rn rgn aca fca acca fcca acma fcma cgma cipfa acii
  fcii mice fice amice miet fiet miee fiee mimeche fimeche mistructe fistructe micheme ficheme mrics frics mrsc frsc minstp finstp mbcs
  fbcs fima mrtpi frtpi riba arb mrcp frcp mrcs frcs mrcgp mrcpsych frcpsych frs freng frse fba frsa fhea sfhea pfhea mciob fciob mcips
  fcips mcmi fcmi mcipd fcipd mciwem fciwem miht fciht mcim fcim obe mbe cbe kbe dbe bem kc qc jp dl esq jr sr ii iii iv`.split(
    /\s+/,
  ),
);
/** Written like this even where nothing else is in capitals. */
const WRITTEN_SMALL = new Set(["jr", "sr", "esq", "hons"]);
/** In a name all in capitals, short letters may be a surname: MA, MD. */
const LONG_ENOUGH = 4;

/** The name without titles before it and letters behind it, as long as `least` words are left. */
export function withoutTitles(name: string, least = 2): string {
  const isLoud = name === name.toUpperCase();
  const words = name.trim().split(/[\s,]+/);
  let end = words.length;
  while (end > least && isLetters(words[end - 1] ?? "", isLoud)) end -= 1;
  let start = 0;
  while (end - start > 1 && TITLES.has(key(words[start] ?? ""))) start += 1;
  // Commas stay where they are: the first one may stand behind a surname.
  const pieces = name.trim().split(/([\s,]+)/);
  return pieces
    .slice(2 * start, 2 * end - 1)
    .join("")
    .trim();
}

function isLetters(word: string, isLoud: boolean): boolean {
  const letters = key(word);
  if (!LETTERS.has(letters)) return false;
  if (isLoud) return letters.length >= LONG_ENOUGH;
  return WRITTEN_SMALL.has(letters) || /\p{Lu}.*\p{Lu}/u.test(word);
}

const key = (word: string) => word.replaceAll(/[.()]/g, "").toLowerCase();
