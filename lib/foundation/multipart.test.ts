import { describe, expect, test } from "vitest";
import { BrokenForm, readBoundary, readParts } from "./multipart";

const BOUNDARY = "----mark";

/** As browsers write it. */
async function formOf(...fields: [string, string | File][]): Promise<Buffer> {
  const pieces = await Promise.all(
    fields.map(async ([name, value]) => {
      const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`;
      if (typeof value === "string") return Buffer.from(`${head}\r\n\r\n${value}\r\n`);
      const above = Buffer.from(`${head}; filename="${value.name}"\r\nContent-Type: ${value.type}\r\n\r\n`);
      return Buffer.concat([above, Buffer.from(await value.arrayBuffer()), Buffer.from("\r\n")]);
    }),
  );
  return Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function readAll(body: AsyncIterable<Uint8Array>) {
  const found: [string, string | null, string][] = [];
  for await (const { name, fileName, bytes } of readParts(body, BOUNDARY)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    found.push([name, fileName, Buffer.concat(pieces).toString("latin1")]);
  }
  return found;
}

// What looks like a boundary and is none must come out as it was.
const TRICKY = `\r\n--${BOUNDARY.slice(0, -1)}\r\n\r\n--\r\n-${BOUNDARY}\r`;

describe.each([1, 2, 3, 7, 64, 100_000])("in pieces of %i bytes", (length) => {
  test("every field comes out as it was", async () => {
    const form = await formOf(["title", "Ours"], ["film", new File([TRICKY], "a.mp4")], ["captions", new File([], "")]);
    expect(await readAll(inPieces(form, length))).toEqual([
      ["title", null, "Ours"],
      ["film", "a.mp4", TRICKY],
      ["captions", "", ""],
    ]);
  });

  test("what nobody reads is read past", async () => {
    const form = await formOf(["film", new File([TRICKY.repeat(9)], "a.mp4")], ["title", "Ours"]);
    for (const isBegun of [false, true]) {
      const names = [];
      for await (const { name, bytes } of readParts(inPieces(form, length), BOUNDARY)) {
        names.push(name);
        if (isBegun) for await (const _ of bytes) break;
      }
      expect(names).toEqual(["film", "title"]);
    }
  });
});

test("a form that is cut off anywhere is broken", async () => {
  const form = await formOf(["title", "Ours"], ["film", new File(["abc"], "a.mp4")]);
  // The line break after the last boundary may be missing.
  for (let end = 0; end < form.length - 2; end++)
    await expect(readAll(inPieces(form.subarray(0, end), 16)), String(end)).rejects.toThrow(BrokenForm);
});

test.each([
  ["no name", `--${BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${BOUNDARY}--`],
  ["endless lines above a field", `--${BOUNDARY}\r\n${"x".repeat(20_000)}`],
  ["something behind a boundary", `--${BOUNDARY}xx\r\n\r\n--${BOUNDARY}--`],
])("%s is broken", async (_what, text) => {
  await expect(readAll(inPieces(Buffer.from(text), 64))).rejects.toThrow(BrokenForm);
});

test("a form of a thousand fields is none of ours", async () => {
  const form = await formOf(...Array.from({ length: 1000 }, (_, i) => [`n${i}`, "x"] as [string, string]));
  await expect(readAll(inPieces(form, 4096))).rejects.toThrow(BrokenForm);
});

test.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['Multipart/Form-Data; boundary="a b c"', "a b c"],
  ["multipart/form-data; charset=utf-8; boundary=abc", "abc"],
  ["multipart/form-data", null],
  ["multipart/form-data; boundary=", null],
  [`multipart/form-data; boundary=${"x".repeat(71)}`, null],
  ["application/x-www-form-urlencoded; boundary=abc", null],
  [null, null],
])("the boundary of %s is %s", (type, boundary) => expect(readBoundary(type)).toBe(boundary));
