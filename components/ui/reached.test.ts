// @vitest-environment jsdom
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { expect, test } from "vitest";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { reached } from "./reached";

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const cut = async () => {
  throw new TypeError("Failed to fetch");
};

test("a form that was not reached comes back with what was typed, without a password and what the framework had put in", async () => {
  const state = await reached(cut)(UNTOUCHED, formOf({ text: "Hello", password: "secret", $ACTION_KEY: "k" }));
  expect(state).toEqual({
    values: { text: ["Hello"] },
    errors: {},
    message: "We could not be reached. What you typed is still here: please check your connection and try again.",
  });
});

test("so does one that a gateway has answered, and one of an older release, which is told to load the page again", async () => {
  const failing = (error: Error) =>
    reached(async () => {
      throw error;
    })(UNTOUCHED, formOf({ text: "Hello" }));
  const gateway = new Error("An unexpected response was received from the server.");
  expect(await failing(gateway)).toMatchObject({
    values: { text: ["Hello"] },
    message: expect.stringContaining("could not be reached"),
  });
  expect(await failing(new UnrecognizedActionError("not found"))).toMatchObject({
    values: { text: ["Hello"] },
    message: expect.stringContaining("load the page again"),
  });
});

test("a file has to be chosen again, and the form says so", async () => {
  const state = await reached(cut)(UNTOUCHED, formOf({ picture: new File(["x"], "me.png") }));
  expect(state.message).toContain("the file has to be chosen again");
  expect((await reached(cut)(UNTOUCHED, formOf({ picture: new File([], "") }))).message).not.toContain("file");
});

test("what the server or the framework threw goes on to the page of a defect", async () => {
  const withDigest = (error: Error, digest: string) => Object.assign(error, { digest });
  const defect = withDigest(new TypeError("x is not a function"), "123");
  for (const error of [defect, withDigest(new Error("NEXT_REDIRECT"), "NEXT_REDIRECT;replace;/;303;"), "thrown"])
    await expect(
      reached(async () => {
        throw error;
      })(UNTOUCHED, formOf({})),
    ).rejects.toBe(error);
});
