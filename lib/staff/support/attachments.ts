import { randomUUID } from "node:crypto";
import { log, logRefusal } from "@/lib/foundation/log";
import { type ScannerAddress, scan } from "@/lib/foundation/scanner";
import { cleanTyped } from "@/lib/foundation/typed-text";
import { makeCopy } from "@/lib/people/pictures/decode";
import type { FileRefusal } from "./request";

/** A stored file: either a picture or a PDF. */
export interface MadeAttachment {
  id: string;
  name: string;
  picture: Uint8Array<ArrayBuffer> | null;
  pdf: Uint8Array<ArrayBuffer> | null;
}

type Made = { ok: true; value: MadeAttachment[] } | { ok: false; reason: FileRefusal; name: string };

/** "%PDF-", at the very beginning: what a reader of files would take for something else is none. */
const PDF = Buffer.from("%PDF-", "latin1");

/**
 * Prepares untrusted files for storage. Of a picture we keep only the pixels. A PDF is recognised by its first bytes and stored
 * as it is, never opened, once the society's scanner has found nothing in it, if there is one. If one file is refused, all are.
 */
export async function makeAttachments(files: readonly File[], scanner?: ScannerAddress): Promise<Made> {
  const made: MadeAttachment[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = nameOf(file);
    if (Buffer.from(bytes.subarray(0, PDF.length)).equals(PDF)) {
      const refused = scanner ? await findInfection(bytes, scanner) : null;
      if (refused) return { ok: false, reason: refused, name };
      made.push({ id: randomUUID(), name, picture: null, pdf: bytes });
      continue;
    }
    const copy = await makeCopy(bytes);
    if (!copy.ok) return { ok: false, reason: copy.reason, name };
    made.push({ id: randomUUID(), name, picture: copy.value, pdf: null });
  }
  return { ok: true, value: made };
}

/**
 * Why a file is not taken; null if the scanner found nothing. A scanner that is away keeps files out: whoever set one up
 * relies on it, and the sender can leave the file out or come back.
 */
async function findInfection(bytes: Uint8Array, scanner: ScannerAddress): Promise<"infected" | "not-scanned" | null> {
  const verdict = await scan(bytes, scanner);
  if (verdict.is === "clean") return null;
  if (verdict.is === "infected") logRefusal("infected", { what: verdict.what });
  else log().error({ why: verdict.why }, "the scanner gave no verdict, so a file was refused");
  return verdict.is === "infected" ? "infected" : "not-scanned";
}

/** What the member calls it, as one line without marks that turn its order round. */
function nameOf({ name }: File): string {
  const line = cleanTyped(name)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ");
  return [...line].slice(0, 100).join("") || "File";
}
