import { describe, expect, test } from "vitest";
import { isWornOut, judge, MAX_ATTEMPTS, putBack, RETRY_AFTER_SECONDS } from "./retry";

const NOW = new Date("2026-11-21T18:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const down = { kind: "unavailable", reason: "503" } as const;

describe("after an attempt, a mail", () => {
  test("is sent when the provider has it", () => {
    const verdict = { status: "sent", attempts: 2, nextAttemptAt: null, error: null };
    expect(judge(2, { kind: "accepted", providerId: "id" }, NOW)).toEqual(verdict);
  });

  test("is failed when the provider will never take it", () => {
    const verdict = { status: "failed", attempts: 1, nextAttemptAt: null, error: "422" };
    expect(judge(1, { kind: "refused", reason: "422" }, NOW)).toEqual(verdict);
  });

  test.each([
    [1, 60],
    [2, 300],
    [3, 1800],
    [4, 7200],
    [5, 21_600],
    [6, 50_400],
  ])("waits after attempt %i for %i seconds when there was no answer", (attempts, seconds) => {
    expect(judge(attempts, down, NOW)).toEqual({
      status: "waiting",
      attempts,
      nextAttemptAt: inSeconds(seconds),
      error: "503",
    });
  });

  test("is given up after the seventh", () => {
    expect(MAX_ATTEMPTS).toBe(7);
    expect(judge(7, down, NOW)).toEqual({ status: "failed", attempts: 7, nextAttemptAt: null, error: "503" });
    expect(judge(8, down, NOW).status).toBe("failed");
  });

  test("waits as long as a provider that limits us asks, and the attempt does not count", () => {
    const limited = { kind: "limited", reason: "429", retryAfterSeconds: 17 } as const;
    expect(judge(7, limited, NOW)).toEqual({ status: "waiting", attempts: 6, nextAttemptAt: inSeconds(17), error: "429" });
    expect(judge(1, { ...limited, retryAfterSeconds: null }, NOW).nextAttemptAt).toEqual(inSeconds(60));
  });

  test("goes back as it was when it was not tried", () => {
    expect(putBack(3, NOW)).toEqual({ status: "waiting", attempts: 2, nextAttemptAt: NOW, error: null });
  });
});

test("all repeats fall into the 24 hours for which Resend remembers a key", () => {
  expect(RETRY_AFTER_SECONDS.reduce((sum, seconds) => sum + seconds)).toBeLessThan(24 * 3600);
});

test("a mail that was taken in hand many times without an end is worn out", () => {
  expect(isWornOut(MAX_ATTEMPTS)).toBe(false);
  expect(isWornOut(3 * MAX_ATTEMPTS)).toBe(true);
});
