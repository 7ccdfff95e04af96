// @vitest-environment jsdom
import { act } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { writeFields } from "./draft-fields";
import { SelectField, TextArea, TextField } from "./field";
import { SendingContext } from "./form-context";
import { VersionField } from "./version-field";

vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);

/** What is saved as the first, the second, … version: a box that was empty at first, one with words, and a choice. */
const SAVED = [
  { title: "", words: "First", place: "a" },
  { title: "Second", words: "Second", place: "b" },
  { title: "Third", words: "Third", place: "a" },
];
const PLACES = ["a", "b"].map((value) => ({ value, label: value }));

/** The form as a page makes it from a version. */
function made(version: number, { name = "seen" as "seen" | "base", isSending = false } = {}) {
  const { title, words, place } = SAVED[version - 1] ?? {};
  return (
    <form>
      <SendingContext value={isSending}>
        <VersionField name={name} initial={version} />
        <TextField name="title" label="Title" initial={title} />
        <TextArea name="words" label="Words" initial={words} />
        <SelectField name="place" label="Place" initial={place} options={PLACES} />
      </SendingContext>
    </form>
  );
}

let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.querySelector("div") as HTMLElement);
});

/** React takes over the document, after somebody has done this. */
function arrive(before = () => {}): void {
  document.body.innerHTML = `<div>${renderToString(made(1))}</div>`;
  before();
  act(() => {
    root = hydrateRoot(document.querySelector("div") as HTMLElement, made(1));
  });
}

const show = (...how: Parameters<typeof made>) => act(() => root.render(made(...how)));
const form = () => document.querySelector("form") as HTMLFormElement;
const type = (words: string) => {
  (document.querySelector("textarea") as HTMLTextAreaElement).value = words;
};
const sent = () => Object.fromEntries(new FormData(form()));
const asSaved = (version: number) => ({ seen: String(version), ...SAVED[version - 1] });

const WAYS: [string, () => void][] = [
  ["with a document", () => arrive()],
  ["into a document", () => show(1)],
];

test.each(WAYS)(
  "where nothing has been typed into a form that came %s, a page that is made anew brings words and version together",
  (_, come) => {
    come();
    show(2);
    expect(sent()).toEqual(asSaved(2));
    show(3);
    expect(sent()).toEqual(asSaved(3));
  },
);

test.each(WAYS)(
  "what has been typed into a form that came %s goes with what it was typed on, however often the page is made anew",
  (_, come) => {
    come();
    type("Mine");
    show(2);
    show(3);
    expect(sent()).toEqual({ ...asSaved(1), words: "Mine" });
  },
);

test("a choice counts as typed", () => {
  show(1);
  (form().elements.namedItem("place") as HTMLSelectElement).value = "b";
  show(2);
  expect(sent()).toEqual({ ...asSaved(1), place: "b" });
});

test("what was typed before the scripts came stays as well", () => {
  arrive(() => type("Early"));
  show(2);
  expect(sent()).toEqual({ ...asSaved(1), words: "Early" });
});

test("once it has been saved on the same page, the form stands on what was saved", () => {
  show(1);
  type("Second");
  show(1, { isSending: true });
  // React clears a form whose action is over.
  form().reset();
  show(2);
  expect(sent().seen).toBe("2");
});

test("a draft that is put back keeps its version while the page is made anew", () => {
  show(2, { name: "base" });
  act(() =>
    writeFields(form(), [
      ["base", "1"],
      ["words", "Mine"],
    ]),
  );
  show(2, { name: "base" });
  show(3, { name: "base" });
  expect(sent()).toMatchObject({ base: "1", words: "Mine" });
});
