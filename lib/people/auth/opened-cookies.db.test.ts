import * as jwt from "next-auth/jwt";
import { afterEach, expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { openCookie } from "./opened-cookies";

vi.mock("next-auth/jwt", { spy: true });

const KEY = { secret: "a secret for this test alone, and long enough", salt: "session" };

afterEach(() => {
  vi.useRealTimers();
  vi.mocked(jwt.decode).mockClear();
});

function seal(session: string): Promise<string> {
  return jwt.encode({ ...KEY, token: { session }, maxAge: 60 });
}

test("a cookie is opened once, and each says what it says itself", async () => {
  const [one, other] = [await seal("one"), await seal("other")];
  for (let i = 0; i < 3; i++) {
    expect(await openCookie({ ...KEY, token: one })).toMatchObject({ session: "one" });
    expect(await openCookie({ ...KEY, token: other })).toMatchObject({ session: "other" });
  }
  expect(jwt.decode).toHaveBeenCalledTimes(2);
});

test("one that was opened under a secret or a name is not known under another, nor when a letter of it is changed", async () => {
  const token = await seal("one");
  await openCookie({ ...KEY, token });
  const strangers = [
    { ...KEY, token, secret: `${KEY.secret}!` },
    { ...KEY, token, salt: "other" },
    { ...KEY, token: `${token.slice(0, -2)}${token.at(-2) === "A" ? "B" : "A"}${token.at(-1)}` },
  ];
  for (const stranger of strangers) await expect(openCookie(stranger)).rejects.toThrow();
});

test("one that has been opened expires all the same", async () => {
  const token = await seal("one");
  await openCookie({ ...KEY, token });
  vi.useFakeTimers({ toFake: ["Date"], now: readRealClock() + 80_000 });
  await expect(openCookie({ ...KEY, token })).rejects.toThrow();
});
