import { describe, expect, test, vi } from "vitest";
import { retry } from "./retry";

/** An attempt that loses so many times before it wins. */
const losing = (times: number) => {
  let left = times;
  return vi.fn(async () => (left-- > 0 ? null : "won"));
};

describe("an attempt that may lose", () => {
  test.each([
    [0, "won", 1],
    [4, "won", 5],
    [5, null, 5],
  ])("and loses %d times: %s after %d attempts", async (times, result, attempts) => {
    const attempt = losing(times);
    expect(await retry(attempt)).toBe(result);
    expect(attempt).toHaveBeenCalledTimes(attempts);
  });

  test("is made as often as the caller says", async () => {
    const attempt = losing(9);
    expect(await retry(attempt, { tries: 3 })).toBeNull();
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  test("waits longer after each loss, and not after the last", async () => {
    const attempt = losing(9);
    const started = performance.now();
    expect(await retry(attempt, { tries: 3, pauseMs: 10 })).toBeNull();
    // 10 and 20 milliseconds; timers may come a little early.
    expect(performance.now() - started).toBeGreaterThan(25);
  });

  test("and an error is not a loss", async () => {
    const attempt = vi.fn(async () => {
      throw new Error("a defect");
    });
    await expect(retry(attempt)).rejects.toThrow("a defect");
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});
