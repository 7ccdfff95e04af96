import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { resendTransport, toOutcome } from "./resend";

type ResendError = Parameters<typeof toOutcome>[0];

const error = (statusCode: number | null, name: string) => ({ statusCode, name, message: "…" }) as ResendError;

test.each([
  [null, "application_error", "unavailable"],
  [400, "invalid_idempotency_key", "refused"],
  [401, "missing_api_key", "unavailable"],
  [403, "invalid_api_key", "unavailable"],
  [404, "not_found", "refused"],
  [408, "application_error", "unavailable"],
  [409, "concurrent_idempotent_requests", "unavailable"],
  [409, "invalid_idempotent_request", "accepted"],
  [422, "validation_error", "refused"],
  [429, "rate_limit_exceeded", "limited"],
  [451, "security_error", "refused"],
  [500, "internal_server_error", "unavailable"],
  [503, "application_error", "unavailable"],
])("an answer %s %s means %s", (status, name, kind) => {
  expect(toOutcome(error(status, name), null).kind).toBe(kind);
});

test.each([
  [{ "retry-after": "12" }, "rate_limit_exceeded", 12],
  [{ "retry-after": "soon" }, "rate_limit_exceeded", null],
  [{ "retry-after": "0" }, "rate_limit_exceeded", null],
  [null, "rate_limit_exceeded", null],
  [null, "daily_quota_exceeded", 3600],
  [{ "retry-after": "9999999" }, "monthly_quota_exceeded", 86_400],
])("with %j, %s asks to wait for %s seconds", (headers, name, seconds) => {
  expect(toOutcome(error(429, name), headers)).toMatchObject({ kind: "limited", retryAfterSeconds: seconds });
});

test("a provider that sends us elsewhere is not followed: the mail waits, and nobody else gets it", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response
      .writeHead(asked.length === 1 ? 307 : 200, { location: "/elsewhere", "content-type": "application/json" })
      .end('{"id":"1"}');
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mail = {
    key: "k",
    from: "a@example.org",
    replyTo: null,
    toAddress: "b@example.org",
    subject: "s",
    html: "",
    text: "t",
  };
  const outcome = await resendTransport({ apiKey: "re_test", baseUrl }).send({ ...mail, headers: {}, calendar: null });
  expect(outcome).toMatchObject({ kind: "unavailable" });
  expect(asked).toEqual(["POST /emails"]);
});
