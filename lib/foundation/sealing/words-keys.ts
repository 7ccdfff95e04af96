/** The encryption keys: the current one, and older ones that can only decrypt. */
export interface KeyRing {
  /** The name of the current key. */
  current: string;
  keys: ReadonlyMap<string, Buffer>;
}

const KEY_BYTES = 32;

/**
 * Reads `name:base64` pairs, separated by commas; the first one seals. Null when it is anything else: a name is up to 16
 * letters and digits, a key is 32 bytes, and no name comes twice.
 */
export function readKeyRing(text: string): KeyRing | null {
  const keys = new Map<string, Buffer>();
  const pairs = text.split(",").map((pair) => pair.trim());
  for (const pair of pairs) {
    const [, name, base64] = /^([a-z0-9]{1,16}):([A-Za-z0-9+/]+={0,2})$/.exec(pair) ?? [];
    if (!name || !base64 || keys.has(name)) return null;
    const key = Buffer.from(base64, "base64");
    if (key.length !== KEY_BYTES) return null;
    keys.set(name, key);
  }
  const [current] = keys.keys();
  return current === undefined ? null : { current, keys };
}
