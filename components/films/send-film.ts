import { PIECE } from "@/lib/society/films/film";

/** A file on its way in pieces. What has arrived need not be sent again when the line breaks. */
export interface Sending {
  file: File;
  fileId: string;
  /** The next piece. */
  next: number;
}

/** Why a film did not arrive, in words. */
export class NotSent extends Error {
  readonly code = "not-sent";
}

const TRIES = 4;
const LINE_BROKEN =
  "The connection was lost before the whole film had arrived. Press the button again: sending goes on where it stopped.";

export function beginSending(file: File): Sending {
  return { file, fileId: newId(), next: 0 };
}

/** Sends a film piece by piece, and says how much of it has arrived. Throws `NotSent` with what to tell whoever sends it. */
export async function sendFilm(sending: Sending, tell: (bytes: number) => void): Promise<void> {
  const { file, fileId } = sending;
  while (sending.next * PIECE < file.size) {
    const from = sending.next * PIECE;
    await sendPiece(`/films/pieces/${fileId}/${sending.next}`, file.slice(from, from + PIECE));
    sending.next += 1;
    tell(Math.min(sending.next * PIECE, file.size));
  }
}

async function sendPiece(address: string, piece: Blob): Promise<void> {
  const headers = { "content-type": "application/octet-stream" };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const answer = await fetch(address, { method: "PUT", body: piece, headers }).catch(() => null);
    if (answer?.status === 204) return;
    if (answer?.redirected)
      throw new NotSent("Your session has ended. Sign in in another window, then press the button again.");
    if (answer?.status === 422) throw new NotSent(await answer.text());
    if (attempt < TRIES) await new Promise((goOn) => setTimeout(goOn, attempt * 1500));
  }
  throw new NotSent(LINE_BROKEN);
}

/** As crypto.randomUUID, which browsers have only on pages that came by TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
