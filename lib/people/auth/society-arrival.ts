import { readClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";
import { answerFrom, type ClaimedAnswer } from "@/lib/people/profile-questions/claims";
import { CLAIM_QUESTIONS } from "@/lib/people/profile-questions/claims-sql";
import type { ClaimQuestion } from "@/lib/people/profile-questions/profile-question";
import { saveClaimed } from "@/lib/people/profile-questions/save";
import { type ClaimNames, type Given, namesOf, type ReadClaims, readClaims, valuesOf } from "./claims";
import { recordSignIn } from "./record-sign-in";
import { readIdToken } from "./society-signature";
import { askUserinfo } from "./userinfo";

/** What the society issued for one sign-in. */
interface Issued {
  id_token?: string | undefined;
  access_token?: string | undefined;
}

/**
 * Somebody comes back from the society: true when they are let in, else our page that says why not. @throws when what the society
 * said proves nothing.
 */
export async function admit(issued: Issued): Promise<true | string> {
  const { now, questions } = await readArrival();
  const { sources, isWhole } = await collectClaims(issued, questions);
  const { claims, missing } = understand(sources);
  if (!claims) {
    logRefusal("sign-in", { way: "society", reason: "incomplete", missing: missing.join(" "), came: namesOf(sources) });
    return `/sign-in?refused=incomplete&missing=${missing.join("+")}`;
  }
  const signedIn = await recordSignIn(claims, now);
  if (signedIn.ok) {
    await saveClaimed(signedIn.value, answersOf(questions, sources, isWhole), now);
    return true;
  }
  logRefusal("sign-in", { way: "society", reason: signedIn.reason });
  return `/sign-in?refused=${signedIn.reason}`;
}

/** The product's time, and the society's own questions that claims answer: one query, as for the time alone. */
async function readArrival(): Promise<{ now: Date; questions: ClaimQuestion[] }> {
  const [row] = await db().$queryRaw<{ offsetSeconds: bigint | null; questions: ClaimQuestion[] | null }[]>`
    SELECT (SELECT "offsetSeconds" FROM "demo_clock" WHERE "id" = 1) AS "offsetSeconds", ${CLAIM_QUESTIONS} AS "questions"`;
  return { now: readClock(row?.offsetSeconds ?? 0), questions: row?.questions ?? [] };
}

interface Collected {
  sources: Given[];
  /** Whether userinfo was asked, or had nothing to add. */
  isWhole: boolean;
}

/**
 * The claims of the signed ID token, and behind them those of userinfo. A token that leaves nothing out needs no second request, for
 * which some providers would want another access token; and a request for the society's own questions alone keeps nobody out.
 */
async function collectClaims({ id_token, access_token }: Issued, questions: readonly ClaimQuestion[]): Promise<Collected> {
  const signed = await readIdToken(id_token);
  const ask = async () => ({ sources: [signed, await askUserinfo(access_token ?? "", String(signed.sub))], isWhole: true });
  if (!readClaims([signed], { ...claimNames(), missing: "refused" }).claims) return ask();
  if (questions.every(({ claim }) => valuesOf([signed], claim).length > 0)) return { sources: [signed], isWhole: true };
  return ask().catch((error) => {
    log().warn({ defect: describeDefect(error) }, "userinfo could not be had for the answers that claims give");
    return { sources: [signed], isWhole: false };
  });
}

/** Where not all was said, what is missing leaves the answer as it was. */
function answersOf(questions: readonly ClaimQuestion[], sources: readonly Given[], isWhole: boolean): ClaimedAnswer[] {
  return questions.flatMap((question) => {
    const values = valuesOf(sources, question.claim);
    return isWhole || values.length > 0 ? [answerFrom(question, values)] : [];
  });
}

/** What we make of the claims, by the names that the society has set. */
export function understand(sources: readonly Given[]): ReadClaims {
  return readClaims(sources, claimNames());
}

function claimNames(): ClaimNames {
  const { oidc, OIDC_CLAIM_NUMBER, OIDC_CLAIM_STANDING, OIDC_STANDING_CURRENT, OIDC_STANDING_MISSING } = env();
  return {
    issuer: oidc.issuer,
    number: OIDC_CLAIM_NUMBER,
    standing: OIDC_CLAIM_STANDING,
    current: OIDC_STANDING_CURRENT,
    missing: OIDC_STANDING_MISSING,
  };
}
