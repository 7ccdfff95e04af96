import type { Asked } from "./diagnosis";

/** Long for a database or a website, short for whoever waits. */
const PATIENCE_MILLISECONDS = 8000;

/** What `work` finds, or in words why it found nothing. Never longer than its timeout, whatever hangs. */
export async function ask<Answer>(work: () => Promise<Answer>, timeout = PATIENCE_MILLISECONDS): Promise<Asked<Answer>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeout / 1000} s`)), timeout);
  });
  try {
    return { answer: await Promise.race([work(), late]) };
  } catch (error) {
    return { failure: inWords(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The innermost reason in one line: fetch and the database client wrap theirs, sometimes several of them. */
function inWords(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return inWords(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return inWords(error.cause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (error.message || code || error.name).split("\n").at(-1)?.trim() ?? error.name;
}
