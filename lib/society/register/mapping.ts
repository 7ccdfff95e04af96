import { type Column, type Mapping, MOST_FURTHER } from "./register-import";

/**
 * Common headings in small letters without accents, the most certain first: those of CiviCRM, iMIS, Wild Apricot and Salesforce, and
 * German, French and Dutch ones. A number that the system gives to its own records comes after the society's.
 */
const HEADINGS: Record<"number" | "name" | "firstName" | "surname" | "email" | "standing", readonly RegExp[]> = {
  number: [
    /^(member(ship)?|mitglieds?) ?(number|no|nr|nummer|num)( c)?$/,
    /^(mitgliedsnummer|mitgliedsnr|lidnummer|lidnr|ledennummer|relatienummer)$/,
    /^(n|no|nr|num|numero) (d |de |du |des )?(l )?(adherents?|membres?|adhesion|societaire)$/,
    /^(external identifier|i ?mis (id|number)|account number)$/,
    /^(member(ship)?|mitglieds?) ?(id|code)( c)?$/,
    /^(number|no|nr|nummer|numero|code adherent|adherent)$/,
    /member.*\b(number|no|id)\b/,
    /^(user id|contact id|major key|id)$/,
  ],
  firstName: [/^(first|given|fore) ?names?$/, /^(vorname|rufname|prenom|voornaam|roepnaam)$/, /first ?name|vorname/],
  surname: [
    /^(surname|last ?name|family ?name|nachname|familienname|nom de famille|achternaam|familienaam)$/,
    /surname|last ?name|nachname|achternaam/,
  ],
  name: [
    /^(full ?name|(full )?name|volledige naam|vollstandiger name|nom complet|nom et prenom|nom prenom|prenom et nom|naam)$/,
    /^(display|member|contact|account) ?name$/,
    /^(sort name|mitgliedsname|nom)$/,
    /^(?!user|file|group|company|organi[sz]ation|level).*\bname$/,
  ],
  email: [
    /^e ?mail( ?(address|adresse|adres))?$/,
    /^(primary e ?mail|e ?mail primary|adresse e ?mail|adresse mail|courriel|mail|adresse electronique|mailadres)$/,
    /^(?!.*(opt|bounce|hold|valid|reject|deliver)).*(e ?mail|courriel)/,
  ],
  standing: [
    /^(membership |member |mitglieds?)?(standing|status)( c)?$/,
    /^(mitgliedschaftsstatus|statut|etat|lidmaatschapsstatus|lidstatus|etat de l adhesion|statut (de l )?adhesion|statut d adherent)$/,
    /^(?!.*(marital|e ?mail|payment|contact|mailing|invoice|order)).*\b(standing|status|statut)\b/,
  ],
};
const MEANS_CURRENT =
  /^(current|active|new|grace|paid( up)?|good( standing)?|in good standing|yes|y|true|1|fellow|member|live|valid|aktiv|ja|wahr|bezahlt|actifs?|active|oui|vrai|a jour|à jour|actief|betaald|waar|lid|mitglied)$/i;
const MEANS_LAPSED =
  /^(lapsed|inactive|expired|unpaid|resigned|cancelled|canceled|terminated|deceased|retired|suspended|no|n|false|0|former|left|inaktiv|ausgetreten|gekündigt|verstorben|nein|falsch|inactif|inactive|expirée?|démissionnaire|radiée?|décédée?|résiliée?|non|faux|inactief|opgezegd|verlopen|overleden|nee|onwaar)$/i;

/** A guess from the headings, which staff can correct. */
export function guessMapping(columns: readonly Pick<Column, "label">[]): Partial<Mapping> {
  const taken = new Set<number>();
  const find = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const at = columns.findIndex(({ label }, i) => !taken.has(i) && pattern.test(plain(label)));
      if (at >= 0) {
        taken.add(at);
        return at;
      }
    }
    return null;
  };
  const number = find(HEADINGS.number);
  const [email, standing] = [find(HEADINGS.email), find(HEADINGS.standing)];
  const [firstName, surname] = [find(HEADINGS.firstName), find(HEADINGS.surname)];
  // In French, “Nom” beside “Prénom” is the surname.
  const beside = firstName !== null && surname === null ? find([/^nom$|^naam$|^name$/]) : null;
  const family = surname ?? beside;
  const isInParts = firstName !== null && family !== null;
  const name = isInParts ? null : find(HEADINGS.name);
  return {
    ...(number === null ? {} : { number }),
    ...{ name, firstName: isInParts ? firstName : null, surname: family, email, standing },
  };
}

/** A guess which values of the standing column mean current and which lapsed. */
export function guessWords(words: readonly string[]): Pick<Mapping, "current" | "lapsed"> {
  return {
    current: words.filter((word) => MEANS_CURRENT.test(word)),
    lapsed: words.filter((word) => MEANS_LAPSED.test(word)),
  };
}

export type MappingFault =
  | "no-such-column"
  | "no-name"
  | "two-names"
  | "half-a-name"
  | "column-twice"
  | "too-many-further"
  | "too-many-words"
  | "no-current"
  | "word-twice";

/** What is wrong with a choice of columns. */
export function findColumnFault(mapping: Mapping, columns: readonly Column[]): MappingFault | null {
  const { name, firstName, surname, standing, further = [] } = mapping;
  const known = [mapping.number, name, firstName, surname, mapping.email, standing].filter((one) => one !== null);
  const chosen = [...known, ...further];
  if (further.length > MOST_FURTHER) return "too-many-further";
  if (chosen.some((one) => !columns[one])) return "no-such-column";
  if (new Set(chosen).size < chosen.length) return "column-twice";
  if (name !== null && firstName !== null) return "two-names";
  if (name === null && firstName === null && surname === null) return "no-name";
  if (name === null && (firstName === null || surname === null)) return "half-a-name";
  return standing !== null && !columns[standing]?.words ? "too-many-words" : null;
}

/** What is wrong with a choice of words. */
export function findWordFault({ current, lapsed }: Pick<Mapping, "current" | "lapsed">): MappingFault | null {
  if (current.length === 0) return "no-current";
  return current.some((word) => lapsed.includes(word)) ? "word-twice" : null;
}

function plain(label: string): string {
  return label
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll("°", "o")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
