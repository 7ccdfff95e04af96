import { describe, expect, test } from "vitest";
import { isOpen, readAddress } from "./address";
import { nextAttempt } from "./retries";
import { makeSecret, signedHeaders } from "./signature";

const NOW = new Date("2026-11-29T10:00:00Z");
const HOUR_MS = 3600_000;

describe("the signature", () => {
  test("is that of the published example of standard webhooks", () => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const at = new Date(1_614_265_330_000);
    expect(signedHeaders(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}')).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  test("is made with a secret of 256 bits, another each time", () => {
    const secrets = [makeSecret(), makeSecret()];
    for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ""), "base64")).toHaveLength(32);
    expect(secrets[0]).not.toBe(secrets[1]);
  });
});

describe("retries", () => {
  test.each([
    [1, 5 / 60],
    [2, 0.25],
    [3, 1],
    [4, 3],
    [5, 6],
    [6, 12],
    [9, 12],
  ])("after attempt %i come %f hours", (attempts, hours) => {
    expect(nextAttempt(attempts, NOW, NOW)).toEqual(new Date(NOW.getTime() + hours * HOUR_MS));
  });

  test("end three days after the first", () => {
    let [at, attempts] = [NOW, 1];
    for (let next: Date | null = NOW; next; attempts++) {
      at = next;
      next = nextAttempt(attempts, NOW, at);
    }
    const hours = (at.getTime() - NOW.getTime()) / HOUR_MS;
    expect(hours).toBeGreaterThan(58);
    expect(hours).toBeLessThanOrEqual(72);
    expect(attempts).toBeLessThan(15);
  });
});

describe("addresses", () => {
  test.each([
    ...["10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"],
    ...["255.255.255.255", "::", "fe80::1", "fc00::1", "fd12:3456::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "64:ff9b::a00:1"],
    ...["2001:db8::1", "2002:a00:1::", "ff02::1", "metadata.internal", "", "::ffff:127.0.0.1"],
  ])("%s is never connected to", (address) => {
    expect(isOpen(address, false)).toBe(false);
    expect(isOpen(address, true)).toBe(false);
  });

  test.each(["127.0.0.1", "127.9.9.9", "::1"])("%s only in the demonstration", (address) => {
    expect(isOpen(address, false)).toBe(false);
    expect(isOpen(address, true)).toBe(true);
  });

  test.each(["93.184.215.14", "172.32.0.1", "8.8.8.8", "2606:4700::1111"])("%s is", (address) =>
    expect(isOpen(address, false)).toBe(true),
  );

  test.each([
    ["https://members.example.org/hook?of=connect#top", "https://members.example.org/hook?of=connect"],
    ["http://members.example.org/", null],
    ["https://user:word@members.example.org/", null],
    ["ftp://members.example.org/", null],
    ["members.example.org", null],
    ["http://localhost:4000/", null],
    ["https://0x7f.1/", "https://127.0.0.1/"],
  ])("%s is read as %s", (typed, href) => {
    expect(readAddress(typed, false)?.href ?? null).toBe(href);
  });

  test("plain http leads nowhere but to this machine, in the demonstration", () => {
    expect(readAddress("http://localhost:4000/", true)?.href).toBe("http://localhost:4000/");
    expect(readAddress("http://[::1]:4000/", true)?.href).toBe("http://[::1]:4000/");
    expect(readAddress("http://members.example.org/", true)).toBeNull();
  });
});
