import { readRealClock } from "@/lib/foundation/clock";

const GOOD_FOR_MS = 10 * 60_000;
/** Long enough that nobody can flood the society through us, short enough that nobody waits once it is back. */
const FAILED_FOR_MS = 5_000;

type Ask = (address: string) => Promise<Response>;

interface Kept {
  address: string;
  until: number;
  body: Promise<string>;
}

/**
 * Caches the society's description of itself: otherwise every press of our button would make us ask the society, whether or
 * not the person is signed in. Failures are cached too, for a few seconds.
 */
export function keepDescription(ask: Ask, clock: () => number = readRealClock) {
  let kept: Kept | undefined;

  async function read(address: string): Promise<Response> {
    if (kept?.address !== address || kept.until <= clock()) kept = begin(address);
    return new Response(await kept.body, { headers: { "content-type": "application/json" } });
  }

  function begin(address: string): Kept {
    const begun: Kept = { address, until: Number.POSITIVE_INFINITY, body: askFor(address) };
    begun.body.then(
      () => {
        begun.until = clock() + GOOD_FOR_MS;
      },
      () => {
        begun.until = clock() + FAILED_FOR_MS;
      },
    );
    return begun;
  }

  async function askFor(address: string): Promise<string> {
    const response = await ask(address);
    if (response.status !== 200) throw new Error(`The society answered ${response.status} instead of its description.`);
    const body = await response.text();
    const { issuer } = JSON.parse(body) as { issuer?: unknown };
    if (typeof issuer !== "string") throw new Error("The society's description of itself names no issuer.");
    return body;
  }

  return { read, forget: () => (kept = undefined) };
}
