/** The characters at 0x80 to 0x9f: typographic quotation marks, dashes, the euro. Five positions are undefined. */
const SPECIAL = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Windows-1252 as text. Some versions of Node decode it as Latin-1, which turned the typographic apostrophe in O’Brien into a
 * control character.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\u0080-\u009f]/g, (character) => SPECIAL[character.charCodeAt(0) - 0x80] ?? character);
}
