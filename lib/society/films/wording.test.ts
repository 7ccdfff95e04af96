import { expect, test } from "vitest";
import { FIELD_OF, sayFilmFacts, sayUploadRefusal, type UploadRefusal } from "./wording";

test.each([
  [{ kind: "mp4", size: 13_002_342, seconds: 200 }, "MP4, 12.4 MB, 3 minutes and 20 seconds"],
  [{ kind: "webm", size: 500, seconds: null }, "WebM, 1 kB"],
  [{ kind: "mp4", size: 200 * 1024 * 1024, seconds: 3601 }, "MP4, 200 MB, 1 hour and 1 second"],
] as const)("%o is %s", (film, words) => expect(sayFilmFacts(film)).toBe(words));

test("every refusal is a sentence, which names the line where there is one", () => {
  for (const reason of Object.keys(FIELD_OF) as UploadRefusal[]) {
    const sentence = sayUploadRefusal(reason, null);
    expect(sentence).toMatch(/^[A-Z]/);
    expect(sentence).not.toContain("{");
  }
  expect(sayUploadRefusal("ends-before", 12)).toBe("The caption in line 12 ends before it begins.");
});
