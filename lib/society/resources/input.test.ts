import { describe, expect, test } from "vitest";
import { audiencesOf } from "./access";
import { ResourceInput } from "./input";
import { sayShelf } from "./wording";

const TYPED = {
  resourceId: "11111111-1111-4111-8111-111111111111",
  base: "0",
  title: " Asking \r\n well ",
  summary: "How to ask.",
  audience: "mentees",
  body: "Words.\r\n\r\nMore.",
};

describe("the form of a resource", () => {
  test("keeps what was typed as it is kept, and shows it first unless told otherwise", () => {
    expect(ResourceInput.parse(TYPED)).toMatchObject({
      base: 0,
      body: "Words.\n\nMore.",
      film: "",
      intent: "preview",
      take: [],
    });
    expect(ResourceInput.parse({ ...TYPED, film: "https://youtu.be/dQw4w9WgXcQ" }).film).toBe(
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    );
  });

  test.each([
    { title: " " },
    { summary: "" },
    { body: undefined },
    { audience: "nobody" },
    { film: "https://evil.example/film.mp4" },
    { title: "x".repeat(121) },
    { summary: "x".repeat(201) },
    { body: "x".repeat(60_001) },
    { base: "-1" },
    { resourceId: "1" },
  ])("refuses %o", (wrong) => {
    const { error } = ResourceInput.safeParse({ ...TYPED, ...wrong });
    expect(error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(wrong));
  });
});

test("whoever acts in a role sees what is for it and for everybody", () => {
  expect(audiencesOf("mentor")).toEqual(["everybody", "mentors"]);
  expect(audiencesOf("mentee")).toEqual(["everybody", "mentees"]);
  expect(audiencesOf(null)).toEqual(["everybody"]);
});

test.each([
  [1, null, "Draft, visible to staff only"],
  [2, 2, "Published"],
  [3, 2, "Published, with a newer draft"],
])("version %i with %s published: %s", (number, publishedNumber, words) => {
  expect(sayShelf({ number, publishedNumber })).toBe(words);
});
