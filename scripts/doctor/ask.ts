import type { Asked } from "./diagnosis";

/** Long for a database or a website, but short for a person. */
const PATIENCE_MILLISECONDS = 8000;

/** The result of `work`, or a sentence why there is none. Gives up after the timeout. */
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

/** The innermost cause in one line: fetch and the database client wrap their errors, sometimes several at once. */
function inWords(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return inWords(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return inWords(error.cause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (error.message || code || error.name).split("\n").at(-1)?.trim() ?? error.name;
}
