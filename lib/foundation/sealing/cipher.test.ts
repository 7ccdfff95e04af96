import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decrypt, encrypt } from "./cipher";
import { type KeyRing, readKeyRing } from "./words-keys";

const OLD = randomBytes(32).toString("base64");
const NEW = randomBytes(32).toString("base64");
const ring = (text: string): KeyRing => {
  const read = readKeyRing(text);
  if (!read) throw new Error("That is no key ring.");
  return read;
};

describe("what is sealed", () => {
  const one = ring(`a:${NEW}`);

  test("can be read again, whatever was written, and shows none of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 4, maxLength: 400 }), (words) => {
        const sealed = encrypt(one, "messages.body:1", words);
        expect(sealed).toMatch(/^a\.[A-Za-z0-9+/]+=*$/);
        expect(decrypt(one, "messages.body:1", sealed)).toBe(words);
      }),
    );
    expect(encrypt(one, "x:1", "Nobody else reads this")).not.toContain("Nobody");
  });

  test("is another text each time", () => {
    expect(encrypt(one, "x:1", "same")).not.toBe(encrypt(one, "x:1", "same"));
  });

  test("cannot be read at another place, with another key, or when a byte was changed", () => {
    const sealed = encrypt(one, "messages.body:1", "words");
    expect(() => decrypt(one, "messages.body:2", sealed)).toThrow();
    expect(() => decrypt(ring(`a:${OLD}`), "messages.body:1", sealed)).toThrow();
    const bytes = Buffer.from(sealed.slice(2), "base64");
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    expect(() => decrypt(one, "messages.body:1", `a.${bytes.toString("base64")}`)).toThrow();
    expect(() => decrypt(one, "messages.body:1", `a.${Buffer.from("short").toString("base64")}`)).toThrow();
  });

  test("opens with an older key of the ring, and says which one is missing", () => {
    const sealed = encrypt(ring(`old:${OLD}`), "x:1", "words");
    expect(decrypt(ring(`new:${NEW},old:${OLD}`), "x:1", sealed)).toBe("words");
    expect(() => decrypt(ring(`new:${NEW}`), "x:1", sealed)).toThrow('the key "old"');
  });
});

test.each(["", "a", `a:${NEW.slice(4)}`, `a:${NEW},a:${OLD}`, `A B:${NEW}`, `a:${NEW},`, "a:!!!!"])(
  "%o is no key ring",
  (text) => expect(readKeyRing(text)).toBeNull(),
);
