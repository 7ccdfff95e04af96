import { afterEach, expect, test } from "vitest";
import { EICAR, startScanner } from "@/testing/scanner/scanner";
import { readScannerAddress, scan } from "./scanner";

const started: { stop: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
});
async function scanner(...mood: Parameters<typeof startScanner>) {
  const one = await startScanner(...mood);
  started.push(one);
  return one;
}
const bytesOf = (text: string) => new TextEncoder().encode(text);

test("a file is sent whole, in pieces, and is clean or has a name", async () => {
  const { address, received } = await scanner();
  expect(await scan(bytesOf("%PDF-1.7"), address)).toEqual({ is: "clean" });
  expect(await scan(bytesOf(`%PDF-1.7\n${EICAR}`), address)).toEqual({ is: "infected", what: "Eicar-Test-Signature" });
  expect(await scan(new Uint8Array(300_000), address)).toEqual({ is: "clean" });
  expect(await scan(new Uint8Array(0), address)).toEqual({ is: "clean" });
  expect(received).toEqual([8, 77, 300_000, 0]);
});

test.each([
  ["hangs", /no verdict within/],
  ["breaks-off", /ended|ECONNRESET|EPIPE/],
  ["says-nonsense", /HTTP/],
  ["is-full", /size limit/],
] as const)("a scanner that %s leaves a file unknown", async (mood, why) => {
  const { address } = await scanner(mood);
  expect(await scan(bytesOf("%PDF-1.7"), address, 0.3)).toEqual({ is: "unknown", why: expect.stringMatching(why) });
});

test("a scanner that is away leaves it unknown too", async () => {
  const { address, stop } = await startScanner();
  await stop();
  expect(await scan(bytesOf("%PDF-1.7"), address)).toMatchObject({
    is: "unknown",
    why: expect.stringContaining("ECONNREFUSED"),
  });
  expect(await scan(bytesOf("%PDF-1.7"), { path: "/nowhere/clamd.sock" })).toMatchObject({ is: "unknown" });
});

test.each([
  ["scanner:3310", { host: "scanner", port: 3310 }],
  ["10.0.0.4:3310", { host: "10.0.0.4", port: 3310 }],
  ["[::1]:3310", { host: "::1", port: 3310 }],
  ["/run/clamav/clamd.ctl", { path: "/run/clamav/clamd.ctl" }],
  ["scanner", null],
  ["scanner:0", null],
  ["scanner:99999", null],
  ["http://scanner:3310", null],
])("CLAMD=%s", (text, address) => expect(readScannerAddress(text)).toEqual(address));
