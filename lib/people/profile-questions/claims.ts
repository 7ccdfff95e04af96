import { cleanTyped } from "@/lib/foundation/typed-text";
import { readAnswer } from "./answers";
import { foldLabel } from "./options";
import { type ClaimQuestion, hasOptions, MOST_OPTIONS, ROOM } from "./profile-question";

/** What a claim of the sign-in says in answer to a question. */
export interface ClaimedAnswer {
  questionId: string;
  /** Whether only partners read it. */
  isSealed: boolean;
  /** Null where the claim says nothing, or nothing that fits. */
  answer: string | null;
  /** Whether it said something that is no answer to the question. */
  isUnfit: boolean;
}

type Asked = Pick<ClaimQuestion, "kind" | "options">;

/**
 * What the values of a claim answer to the question that it fills. Anything may have come: what does not fit the question's kind is left
 * out and said to be unfit, and of several choices those that are on the list count.
 */
export function answerFrom(question: ClaimQuestion, values: readonly unknown[]): ClaimedAnswer {
  const { id: questionId, readers } = question;
  return { questionId, isSealed: readers === "partners", ...readValues(question, values) };
}

/** Claims that secure a sign-in, or say who somebody is at the provider: nobody reads them on a profile. */
export function isOfProtocol(claim: string): boolean {
  return OF_PROTOCOL.has(claim.trim().toLowerCase());
}

function readValues(question: Asked, values: readonly unknown[]): Pick<ClaimedAnswer, "answer" | "isUnfit"> {
  const said = values.slice(0, MOST_VALUES + 1).filter((value) => !isNothing(value));
  if (said.length === 0) return NOTHING;
  const texts = said.flatMap((value) => textOf(value) ?? []);
  if (texts.length < said.length || said.length > MOST_VALUES) return UNFIT;
  const typed =
    question.kind === "text" ? [texts.join("; ")] : [...new Set(texts.flatMap((text) => toTyped(question, text) ?? []))];
  if (typed.length === 0 || (typed.length > 1 && question.kind !== "choices")) return UNFIT;
  const read = readAnswer({ ...question, isRequired: false }, typed);
  if ("problem" in read) return UNFIT;
  return { answer: read.answer, isUnfit: hasOptions(question.kind) && texts.some((text) => toTyped(question, text) === null) };
}

/** As somebody would have typed or chosen it; null where it is none of the choices. */
function toTyped({ kind, options }: Asked, text: string): string | null {
  switch (kind) {
    case "choice":
    case "choices": {
      const chosen = options.find(({ label, retired }) => !retired && foldLabel(label) === foldLabel(text));
      return chosen ? String(chosen.id) : null;
    }
    case "yes-no":
      return YES_NO.get(text.toLowerCase()) ?? text;
    case "date":
      // Of an instant, the day as it is written.
      return text.replace(/^(\d{4}-\d{2}-\d{2})T[\d:.]+(Z|[+-]\d{2}:?\d{2})?$/, "$1");
    default:
      return text;
  }
}

/** Null for what no answer could be: an object, a list within the list, or more than the longest answer. */
function textOf(value: unknown): string | null {
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return String(value);
  return typeof value === "string" && value.length <= LONGEST ? cleanTyped(value) : null;
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === "string" && value.length <= LONGEST && cleanTyped(value) === "")
  );
}

/** No list of choices is longer. */
const MOST_VALUES = MOST_OPTIONS;
/** With room for what cleaning takes away. */
const LONGEST = 2 * ROOM.text;

const NOTHING = { answer: null, isUnfit: false };
const UNFIT = { answer: null, isUnfit: true };

const YES_NO = new Map([
  ...["true", "yes", "y", "1"].map((word) => [word, "yes"] as const),
  ...["false", "no", "n", "0"].map((word) => [word, "no"] as const),
]);

const OF_PROTOCOL = new Set(
  "iss sub aud exp iat nbf jti nonce azp acr amr auth_time at_hash c_hash s_hash sid cnf act sub_id sub_jwk".split(" "),
);
