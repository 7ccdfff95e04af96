import sharp from "sharp";
import { expect, test } from "vitest";
import { makeAttachments } from "./attachments";
import { attachmentResponse } from "./file";
import { AnswerInput, AskInput, QueueInput, ROOM } from "./input";
import { makeReference } from "./reference";
import { saySize } from "./wording";

const ASKED = { id: "0b8c6d4e-0000-4000-8000-000000000001", category: "other", subject: " A\n thing ", words: "It\r\nbroke " };
const NONE = new File([], "blob");

test("a request is typed words, at most three files that were chosen, and nothing else", () => {
  expect(AskInput.parse({ ...ASKED, files: [NONE] })).toMatchObject({
    subject: "A thing",
    words: "It\nbroke",
    files: [],
    messages: [],
  });
  const file = new File(["%PDF-"], "a.pdf");
  expect(AskInput.parse({ ...ASKED, files: [file, file, file] }).files).toHaveLength(3);
  for (const wrong of [
    { files: [file, file, file, file] },
    { files: [new File([new Uint8Array(8 * 1024 * 1024 + 1)], "a.pdf")] },
    { files: ["/etc/passwd"] },
    { category: "constructor" },
    { subject: "  " },
    { words: "x".repeat(ROOM.words + 1) },
    { messages: ["1; DROP"] },
    { aboutMemberId: "you" },
  ])
    expect(AskInput.safeParse({ ...ASKED, ...wrong }).success, Object.keys(wrong)[0]).toBe(false);
});

test("an answer needs words, but for one that solves; a queue takes whatever it is given", () => {
  const answer = { id: ASKED.id, entryId: ASKED.id, version: "3" };
  expect(AnswerInput.safeParse({ ...answer, next: "wait", words: " " }).success).toBe(false);
  expect(AnswerInput.parse({ ...answer, next: "solve" })).toMatchObject({ words: "", version: 3 });
  expect(QueueInput.parse({ state: "x", category: "y", whose: "z", after: "~".repeat(500) })).toEqual({ state: "open" });
  expect(QueueInput.parse({ reference: " h-7k3q9 " }).reference).toBe("H-7K3Q9");
});

test("a reference can be read aloud, and is another each time", () => {
  const made = Array.from({ length: 200 }, makeReference);
  for (const one of made) expect(one).toMatch(/^H-[2-9A-HJ-NP-Z]{5}$/);
  expect(new Set(made).size).toBeGreaterThan(195);
  expect([saySize(10), saySize(200_000), saySize(3_000_000)]).toEqual(["1 KB", "195 KB", "2.9 MB"]);
});

test("of a picture the pixels are kept, of a PDF the bytes, and nothing of what calls itself either", async () => {
  const secret = { IFD0: { Artist: "Whereabouts" } };
  const picture = await sharp({ create: { width: 3000, height: 30, channels: 3, background: "#fff" } })
    .withExif(secret)
    .jpeg()
    .toBuffer();
  const made = await makeAttachments([
    new File([new Uint8Array(picture)], "in\u202evoice\r\n.exe"),
    new File(["%PDF-1.7"], "x".repeat(300)),
  ]);
  if (!made.ok) throw new Error(made.reason);
  const [kept, pdf] = made.value;
  expect(kept?.name).toBe("invoice .exe");
  const { width, format, exif } = await sharp(kept?.picture ?? new Uint8Array()).metadata();
  expect([width, format, exif]).toEqual([2400, "webp", undefined]);
  expect([pdf?.pdf?.byteLength, pdf?.name.length, pdf?.picture]).toEqual([8, 100, null]);
  for (const [name, text] of [
    ["page.pdf", "<html><script>alert(1)</script>"],
    ["late.pdf", " %PDF-1.7"],
    ["drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["photo.jpg", "MZ\u0000\u0000"],
  ] as const)
    expect(await makeAttachments([new File([text], name)])).toMatchObject({ ok: false, reason: "unknown-kind", name });
});

test("a PDF is only ever kept, a picture shown, and neither may do anything", () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");
  const pdf = attachmentResponse({ name: '"; evil', picture: null, pdf: bytes });
  expect(pdf.headers.get("content-disposition")).toBe('attachment; filename="attachment.pdf"');
  const picture = attachmentResponse({ name: "x", picture: bytes, pdf: null });
  expect(picture.headers.get("content-type")).toBe("image/webp");
  for (const { headers } of [pdf, picture]) {
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect([headers.get("x-content-type-options"), headers.get("cache-control")]).toEqual(["nosniff", "private, no-store"]);
  }
  expect(attachmentResponse(null).status).toBe(404);
});
