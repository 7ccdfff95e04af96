import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { logRefusal } from "@/lib/foundation/log";
import { findBodyRefusal, isReadByRoute, lengthOf } from "./body-limits";

/** Up to here a body costs no more than its connection, in bytes. */
const SHORT = 16 * 1024;
/** Longer ones together, on the way or in the works: of nobody whom we know, of one member, of all members. */
const ROOM = { nobody: 32 * 1024 * 1024, member: 52 * 1024 * 1024, members: 256 * 1024 * 1024 };
/** What is refused is still taken off the line, so that a browser hears why; but not if it is this much. */
const MOST_DRAINED = 64 * 1024 * 1024;

const BUSY = "We are receiving too many large forms at the moment. Please try again in a minute.";

type FindMember = (headers: Headers) => Promise<string | null>;

/**
 * Stands before Next, which keeps the whole of a body in memory before proxy.ts has its say: whatever is too long is never kept, and
 * what is kept at one time has a bound, however slowly it comes. Node itself ends a request that takes five minutes to arrive.
 * `findMember` says whose session a request carries.
 */
export function guardBodies(findMember: FindMember): void {
  const emit = Server.prototype.emit as (this: Server, ...given: unknown[]) => boolean;
  const inFlight = new Map<string, number>();
  Server.prototype.emit = function (this: Server, ...given: unknown[]): boolean {
    const goOn = () => emit.apply(this, given);
    if (given[0] !== "request") return goOn();
    const [, request, response] = given as [string, IncomingMessage, ServerResponse];
    const headers = new Headers(bodyHeaders(request));
    const path = pathOf(request);
    const refusal = findBodyRefusal(headers, path);
    if (refusal) return refuse(request, response, refusal.status, refusal.answer);
    const length = lengthOf(headers);
    if (length <= SHORT || isReadByRoute(path)) return goOn();
    findMember(new Headers({ cookie: request.headers.cookie ?? "" }))
      .catch(() => null)
      .then((member) => {
        if (request.destroyed) return;
        if (takeRoom(inFlight, response, member, length)) return goOn();
        logRefusal("limit", { attempt: "body", by: member === null ? "nobody" : "member" });
        return refuse(request, response, 503, BUSY);
      });
    return true;
  };
}

/** Keeps room for a body until its request is over; false when there is none left. */
function takeRoom(inFlight: Map<string, number>, response: ServerResponse, member: string | null, length: number): boolean {
  const whose: [string, number][] =
    member === null
      ? [["nobody", ROOM.nobody]]
      : [
          [member, ROOM.member],
          ["members", ROOM.members],
        ];
  const used = (name: string) => inFlight.get(name) ?? 0;
  if (whose.some(([name, room]) => used(name) + length > room)) return false;
  for (const [name] of whose) inFlight.set(name, used(name) + length);
  response.once("close", () => {
    for (const [name] of whose) {
      const left = used(name) - length;
      if (left > 0) inFlight.set(name, left);
      else inFlight.delete(name);
    }
  });
  return true;
}

/** Answers when the body has gone by, unread. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, answer: string): true {
  const say = () => {
    if (status === 303) response.setHeader("location", answer);
    else response.setHeader("content-type", "text/plain; charset=utf-8");
    if (status === 503) response.setHeader("retry-after", "60");
    response.writeHead(status, { connection: "close", "cache-control": "no-store" });
    response.end(status === 303 ? "" : answer);
  };
  // Without a Content-Length, the body may never end.
  if (status === 411 || Number(request.headers["content-length"]) > MOST_DRAINED) say();
  else request.once("end", say);
  request.resume();
  return true;
}

function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "/";
}

function bodyHeaders({ headers }: IncomingMessage): Record<string, string> {
  const said: Record<string, string> = {};
  for (const name of ["content-length", "transfer-encoding"] as const) {
    const value = headers[name];
    if (value !== undefined) said[name] = value;
  }
  return said;
}
