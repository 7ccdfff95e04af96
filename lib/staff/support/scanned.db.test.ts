import { expect, test, vi } from "vitest";
import { log } from "@/lib/foundation/log";
import { EICAR, startScanner } from "@/testing/scanner/scanner";
import { makeAttachments } from "./attachments";
import { sayFileRefusal } from "./wording";

test("a PDF is taken once the scanner finds nothing in it, and refused in words otherwise, also while the scanner is away", async () => {
  const { address, received, stop } = await startScanner();
  const take = (words: string) => makeAttachments([new File([`%PDF-1.7\n${words}`], "letter.pdf")], address);
  vi.spyOn(log(), "warn").mockReturnValue();
  vi.spyOn(log(), "error").mockReturnValue();
  expect(await take("Dear all")).toMatchObject({ ok: true });
  expect(await take(EICAR)).toEqual({ ok: false, reason: "infected", name: "letter.pdf" });
  expect(received).toHaveLength(2);
  await stop();
  expect(await take("Dear all")).toEqual({ ok: false, reason: "not-scanned", name: "letter.pdf" });
  expect(sayFileRefusal("infected", "letter.pdf")).toContain("“letter.pdf” contains something");
  expect(sayFileRefusal("not-scanned", "letter.pdf")).toContain("try again in a few minutes");
});
