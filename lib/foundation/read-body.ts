/** The whole body of a request or an answer; null when it has more bytes than it may. */
export async function readBody(message: Request | Response, largest: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (message.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > largest) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
