import { randomUUID } from "node:crypto";
import { cleanTyped } from "@/lib/foundation/typed-text";
import { makeCopy } from "@/lib/people/pictures/decode";
import type { PictureRefusal } from "@/lib/people/pictures/picture";

/** A stored file: either a picture or a PDF. */
export interface MadeAttachment {
  id: string;
  name: string;
  picture: Uint8Array<ArrayBuffer> | null;
  pdf: Uint8Array<ArrayBuffer> | null;
}

type Made = { ok: true; value: MadeAttachment[] } | { ok: false; reason: PictureRefusal; name: string };

/** "%PDF-", at the very beginning: what a reader of files would take for something else is none. */
const PDF = Buffer.from("%PDF-", "latin1");

/**
 * Prepares untrusted files for storage. Of a picture we keep only the pixels. A PDF is recognised by its first bytes and stored
 * as it is, never opened. If one file is neither, all are refused.
 */
export async function makeAttachments(files: readonly File[]): Promise<Made> {
  const made: MadeAttachment[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = nameOf(file);
    if (Buffer.from(bytes.subarray(0, PDF.length)).equals(PDF)) {
      made.push({ id: randomUUID(), name, picture: null, pdf: bytes });
      continue;
    }
    const copy = await makeCopy(bytes);
    if (!copy.ok) return { ok: false, reason: copy.reason, name };
    made.push({ id: randomUUID(), name, picture: copy.value, pdf: null });
  }
  return { ok: true, value: made };
}

/** What the member calls it, as one line without marks that turn its order round. */
function nameOf({ name }: File): string {
  const line = cleanTyped(name)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ");
  return [...line].slice(0, 100).join("") || "File";
}
