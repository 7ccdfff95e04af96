import type { Finding } from "@/lib/foundation/deadlines/finding";
import { env } from "@/lib/foundation/env";
import { log } from "@/lib/foundation/log";
import { readBody } from "@/lib/foundation/read-body";
import { digestOf } from "./digest";
import { isPullFault, type PullResult } from "./pull-result";
import { type PushRefusal, pushRegister } from "./push";
import { findLastPull, findLatestImport } from "./queries";
import { LARGEST_REGISTER } from "./register-import";
import { savePull } from "./save";
import { sayFileFault, sayPullFault } from "./wording";

const LONGEST_ANSWER_SECONDS = 120;

/**
 * For the nightly job: asks the membership system for the whole register, where it offers one at REGISTER_URL. All of it is imported
 * or nothing, exactly as if it had been sent to us. Returns how many registers were imported.
 */
export async function pullRegister(now: Date): Promise<number> {
  const url = env().REGISTER_URL;
  if (!url) return 0;
  const before = await findLastPull();
  // Staff may have uploaded another file since: then we need the answer whole, even if it is an old one.
  const isCurrent = before?.digest != null && (await findLatestImport())?.digest === before.digest;
  const { result, detail, ...seen } = await ask(url, isCurrent ? before.etag : null, now);
  await savePull({ askedAt: now, result, detail, ...seen });
  if (isPullFault(result)) log().warn({ result, detail }, "the register could not be fetched from REGISTER_URL");
  return result === "imported" ? 1 : 0;
}

/** The last request that failed is a finding, so that staff see it. */
export async function* checkPull(): AsyncGenerator<Finding> {
  if (!env().REGISTER_URL) return;
  const last = await findLastPull();
  if (last && isPullFault(last.result))
    yield { kind: "register-not-fetched", subjectId: null, occasion: "last", detail: sayPullFault(last.result, last.detail) };
}

interface Asked extends PullResult {
  etag?: string | null;
  digest?: string;
}

async function ask(url: string, etag: string | null, now: Date): Promise<Asked> {
  const token = env().REGISTER_URL_TOKEN;
  const headers = new Headers({ accept: "text/csv, application/jsonl;q=0.9, application/x-ndjson;q=0.9" });
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (etag) headers.set("if-none-match", etag);
  let bytes: Uint8Array | null;
  let answer: Response;
  try {
    // A redirect could send the token to somebody else.
    answer = await fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(LONGEST_ANSWER_SECONDS * 1000) });
    if (answer.status === 304) return { result: "unchanged", detail: null };
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return { result: "status", detail: String(answer.status) };
    }
    bytes = await readBody(answer, LARGEST_REGISTER);
  } catch (error) {
    // Node says in the cause what the network said: ECONNREFUSED and the like.
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    return { result: "unreachable", detail: code ?? null };
  }
  if (bytes === null) return { result: "too-large", detail: null };
  const isJson = /json/i.test(answer.headers.get("content-type") ?? "") || bytes[0] === OPENING_BRACE;
  const digest = await digestOf(bytes);
  const wasThere = (await findLatestImport())?.digest === digest;
  const pushed = await pushRegister({ bytes, isJson, mayLapseMany: false }, now);
  if (!pushed.ok) return detailOf(pushed.refusal);
  return { result: wasThere ? "unchanged" : "imported", detail: null, etag: answer.headers.get("etag"), digest };
}

const OPENING_BRACE = 0x7b;

function detailOf(refusal: PushRefusal): PullResult {
  switch (refusal.kind) {
    case "file":
      return { result: "file", detail: sayFileFault(refusal.fault) };
    case "problems":
      return { result: "problems", detail: String(refusal.count) };
    case "many-lapse":
      return { result: "many-lapse", detail: String(refusal.counts.missing + refusal.counts.saidLapsed) };
    default:
      return { result: refusal.kind, detail: null };
  }
}
