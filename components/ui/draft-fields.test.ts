// @vitest-environment jsdom
import { expect, test } from "vitest";
import { isTypedIn, readFields, versionOf, writeFields } from "./draft-fields";

function formOf(html: string): HTMLFormElement {
  document.body.innerHTML = `<form>${html}</form>`;
  return document.querySelector("form") as HTMLFormElement;
}

const fieldOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

test("a draft goes back with the version that it was typed on top of, and with nothing else unseen", () => {
  const html = (version: number) => `
    <input type="hidden" name="base" value="${version}"><input type="hidden" name="id" value="a${version}">
    <input type="password" name="password"><textarea name="text"></textarea>`;
  const form = formOf(html(3));
  fieldOf(form, "text").value = "Mine";
  fieldOf(form, "password").value = "secret";
  const fields = readFields(form);
  expect(fields).toEqual([
    ["base", "3"],
    ["text", "Mine"],
  ]);
  const later = formOf(html(4));
  writeFields(later, fields);
  expect([fieldOf(later, "base").value, fieldOf(later, "id").value, fieldOf(later, "text").value]).toEqual(["3", "a4", "Mine"]);
});

test("the version that refuses is told from the one that newer words go together with", () => {
  const hidden = (name: string, more = "") =>
    `<input type="hidden" name="${name}" value="4"${more}><textarea name="text"></textarea>`;
  expect(versionOf(formOf(hidden("seen", ' data-version=""')))).toBe("4");
  expect(versionOf(formOf(hidden("base", ' data-version=""')))).toBeNull();
  // Of what an action is about, and not what it changes.
  expect(versionOf(formOf(hidden("seen")))).toBeNull();
});

test("what is chosen counts as typed, and what was chosen from the beginning does not", () => {
  const options = '<option value="a">A</option><option value="b">B</option>';
  for (const html of [
    `<select name="one">${options}</select>`,
    `<select name="one">${options.replace('"b"', '"b" selected')}</select>`,
    '<input type="checkbox" name="one" value="c" checked>',
    '<input name="one" value="word">',
  ])
    expect(isTypedIn(formOf(html))).toBe(false);
  const form = formOf(`<select name="one">${options}</select>`);
  fieldOf(form, "one").value = "b";
  expect(isTypedIn(form)).toBe(true);
});
