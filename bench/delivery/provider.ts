/**
 * A stand-in for Resend's API, in a process of its own: it remembers keys as Resend does, and answers as its mood is. Says its port when
 * it is ready, and what it has seen when it is asked to.
 */
import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * `limited`: no more than a hundred a second. `troubled`: of a hundred requests two fail, one is answered late, and one is taken in
 * but never answered.
 */
export type Mood = "well" | "limited" | "troubled";

export interface ProviderReport {
  requests: number;
  /** Requests that were turned away because there were too many. */
  limited: number;
  /** Mails in an inbox. */
  arrived: number;
  /** Requests under a key that had arrived already, and how many of them came with another mail. */
  repeated: number;
  contradicted: number;
}

const PER_SECOND = 100;
const LATE_MS = 2000;

const mood = process.argv[2] as Mood;
const known = new Map<string, string>();
const report: ProviderReport = { requests: 0, limited: 0, arrived: 0, repeated: 0, contradicted: 0 };
let second = { began: 0, used: 0 };

const server = createServer(async (request, response) => {
  const hash = createHash("sha256");
  for await (const chunk of request) hash.update(chunk);
  const number = report.requests++ % 100;
  if (mood === "limited" && isOverLimit()) {
    report.limited++;
    response.setHeader("retry-after", 1);
    return answer(response, 429, { statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests" });
  }
  if (mood === "troubled" && (number === 20 || number === 70)) {
    return answer(response, 500, { statusCode: 500, name: "internal_server_error", message: "Something went wrong" });
  }
  take(String(request.headers["idempotency-key"]), hash.digest("base64"), response, number);
});

function take(key: string, body: string, response: ServerResponse, number: number): void {
  const before = known.get(key);
  if (before !== undefined) report.repeated++;
  if (before !== undefined && before !== body) {
    report.contradicted++;
    answer(response, 409, { statusCode: 409, name: "invalid_idempotent_request", message: "Another mail" });
    return;
  }
  known.set(key, body);
  report.arrived = known.size;
  if (mood === "troubled" && number === 50) return;
  const say = () => answer(response, 200, { id: key });
  if (mood === "troubled" && number === 90) setTimeout(say, LATE_MS);
  else say();
}

function isOverLimit(): boolean {
  if (performance.now() - second.began > 1000) second = { began: performance.now(), used: 0 };
  return ++second.used > PER_SECOND;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("message", () => process.send?.(report));
process.on("disconnect", () => process.exit(0));
