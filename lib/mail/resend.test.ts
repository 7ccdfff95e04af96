import { expect, test } from "vitest";
import { toOutcome } from "./resend";

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
