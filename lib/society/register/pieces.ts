/** How many bytes are processed at a time: each piece takes a few milliseconds. */
const PIECE = 256 * 1024;

/** The parts of a file, each a few milliseconds of work. */
export function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
