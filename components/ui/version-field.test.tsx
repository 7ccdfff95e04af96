// @vitest-environment jsdom
import { act } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { TextArea } from "./field";
import { SendingContext } from "./form-context";
import { VersionField } from "./version-field";

vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);

let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.querySelector("div") as HTMLElement);
});

/** The form as a page makes it, with these words and their version. */
const form = (version: number, words: string, isSending = false) => (
  <form>
    <SendingContext value={isSending}>
      <VersionField name="seen" initial={version} />
      <TextArea name="words" label="Words" initial={words} />
    </SendingContext>
  </form>
);
const show = (...made: Parameters<typeof form>) => act(() => root.render(form(...made)));
const type = (words: string) => {
  (document.querySelector("textarea") as HTMLTextAreaElement).value = words;
};
const sent = () => Object.fromEntries(new FormData(document.querySelector("form") as HTMLFormElement));

test("where nothing has been typed, a page that is made anew brings words and version together", () => {
  show(1, "First");
  show(2, "Second");
  expect(sent()).toEqual({ seen: "2", words: "Second" });
});

test("what has been typed goes with the version that it was typed on, however often the page is made anew", () => {
  show(1, "First");
  type("Mine");
  show(2, "Second");
  show(3, "Third");
  expect(sent()).toEqual({ seen: "1", words: "Mine" });
});

test("what was typed before the scripts came stays as well", () => {
  document.body.innerHTML = `<div>${renderToString(form(1, "First"))}</div>`;
  type("Early");
  act(() => {
    root = hydrateRoot(document.querySelector("div") as HTMLElement, form(1, "First"));
  });
  show(2, "Second");
  expect(sent()).toEqual({ seen: "1", words: "Early" });
});

test("once it has been saved on the same page, the form stands on what was saved", () => {
  show(1, "First");
  type("Mine");
  show(1, "First", true);
  // React clears a form whose action is over.
  show(2, "Mine");
  expect(sent()).toEqual({ seen: "2", words: "Mine" });
});
