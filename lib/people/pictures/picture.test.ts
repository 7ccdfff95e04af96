import { parseWithZod } from "@conform-to/zod/v4";
import { expect, it } from "vitest";
import { MentorProfileInput } from "@/lib/people/members/input";
import { PictureInput } from "./input";
import { LARGEST_FILE, pictureAddress, readPictureFile } from "./picture";
import { makeTurns } from "./turns";
import { TOO_LARGE } from "./wording";

const NAME = "0123456789abcdef0123456789abcdef";

it("has an address for each size, which can be read again", () => {
  expect(pictureAddress("m", NAME, "large")).toBe(`/pictures/m/${NAME}-320.webp`);
  expect(readPictureFile(`${NAME}-320.webp`)).toEqual({ picture: NAME, size: "large" });
  expect(readPictureFile(`${NAME}-96.webp`)).toEqual({ picture: NAME, size: "small" });
});

it.each([
  "",
  NAME,
  `${NAME}-320`,
  `${NAME}-100.webp`,
  `${NAME}-320.png`,
  `../${NAME}-96.webp`,
  `${NAME.toUpperCase()}-96.webp`,
])("no picture is at %j", (file) => expect(readPictureFile(file)).toBeNull());

it.each<[string, File | null, string | undefined]>([
  ["no field at all", null, undefined],
  ["a field in which nothing was chosen", new File([], ""), undefined],
  ["a file of 10 MB", new File([Buffer.alloc(LARGEST_FILE)], "me.jpg"), undefined],
  ["a file of one byte more", new File([Buffer.alloc(LARGEST_FILE + 1)], "me.jpg"), TOO_LARGE],
])("of a form with %s", (_what, file, sentence) => {
  const form = new FormData();
  if (file) form.set("picture", file);
  const parsed = parseWithZod(form, { schema: MentorProfileInput.pick({}).extend({ picture: PictureInput }) });
  expect(parsed.reply().error?.picture?.[0]).toBe(sentence);
  if (parsed.status === "success") expect(parsed.value.picture?.name).toBe(file?.name || undefined);
});

it("words where the file should be are refused", () => {
  const form = new FormData();
  form.set("picture", "me.jpg");
  const parsed = parseWithZod(form, { schema: MentorProfileInput.pick({}).extend({ picture: PictureInput }) });
  expect(parsed.reply().error).toEqual({ picture: ["Choose a picture from your device."] });
});

it("work that fails gives its turn to the next", async () => {
  const inTurn = makeTurns(1, 2);
  const fails = inTurn(() => Promise.reject(new Error("no")));
  const works = inTurn(() => Promise.resolve("yes"));
  const waits = inTurn(() => Promise.resolve("also"));
  expect(await inTurn(() => Promise.resolve("too many"))).toBeNull();
  await expect(fails).rejects.toThrow("no");
  expect([await works, await waits, await inTurn(() => Promise.resolve("again"))]).toEqual(["yes", "also", "again"]);
});

it("never lets more run at once than it says, however they come", async () => {
  const inTurn = makeTurns(2, 100);
  let [running, most] = [0, 0];
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  for (let wave = 0; wave < 5; wave++) await Promise.all(Array.from({ length: 5 }, () => inTurn(work)));
  expect(most).toBe(2);
});
