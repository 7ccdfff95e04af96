import { lookup } from "node:dns";
import { lookup as resolve } from "node:dns/promises";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { hostOf, isOpen } from "./address";

/** The status of an answer, or why there is none. */
export type Answer = { status: number } | { none: "timeout" | "private" | "unreachable" };

const LONGEST_MS = 5_000;

/**
 * Sends one message and waits at most five seconds for its status; of the answer's body nothing is read, and no redirect is followed. The
 * name is looked up for this connection and the address looked at before it is used: a name may lead elsewhere since it was typed.
 */
export function post(url: URL, headers: Record<string, string>, body: string, isLoopbackAllowed: boolean): Promise<Answer> {
  const host = hostOf(url);
  if (isIP(host) && !isOpen(host, isLoopbackAllowed)) return Promise.resolve({ none: "private" });
  return new Promise((answered) => {
    const signal = AbortSignal.timeout(LONGEST_MS);
    const send = url.protocol === "https:" ? request : plainRequest;
    const length = String(Buffer.byteLength(body));
    const sent = { ...headers, "content-type": "application/json", "content-length": length, "user-agent": "Connect-Webhooks" };
    // A connection of its own: one that is kept might be another's.
    const asked = send(url, { method: "POST", headers: sent, agent: false, signal, lookup: guarded(isLoopbackAllowed) });
    asked.once("response", (answer) => {
      answered({ status: answer.statusCode ?? 0 });
      answer.destroy();
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      if (signal.aborted) answered({ none: "timeout" });
      else answered({ none: error.code === CLOSED ? "private" : "unreachable" });
    });
    asked.end(body);
  });
}

/** Whether a name leads to addresses that we may connect to, and to no others. */
export async function leadsOutside(url: URL, isLoopbackAllowed: boolean): Promise<boolean> {
  const found = await resolve(hostOf(url), { all: true }).catch(() => []);
  return found.length > 0 && found.every(({ address }) => isOpen(address, isLoopbackAllowed));
}

const CLOSED = "ECLOSED";

function guarded(isLoopbackAllowed: boolean): LookupFunction {
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new Error("No address."), "", 0);
      if (!found.every(({ address }) => isOpen(address, isLoopbackAllowed)))
        return callback(Object.assign(new Error("An address that is not public."), { code: CLOSED }), "", 0);
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}
