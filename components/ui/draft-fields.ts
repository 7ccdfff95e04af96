import type { Field } from "./drafts";

/** The hidden field that goes with what was typed: the version that it was typed on top of. */
export const BASE = "base";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in the form: everything that a member can type or choose, and the version it is based on. */
export function readFields(form: HTMLFormElement): Field[] {
  return controlsOf(form)
    .filter((control) => !isTick(control) || control.checked)
    .map(({ name, value }) => [name, value]);
}

/** The same without the version. */
export function readWords(form: HTMLFormElement): Field[] {
  return readFields(form).filter(([name]) => name !== BASE);
}

/** From now on a page that is made anew changes no box by itself: an empty one would go with the page, and one with words would not. */
export function holdWords(form: HTMLFormElement): void {
  for (const control of controlsOf(form)) {
    const { value } = control;
    if (!isTick(control) && control.type !== "hidden") control.value = value;
  }
}

/**
 * The version that the form would be refused for if there is a newer one; null where there is none. What is typed on top of a "base" goes
 * together with newer words when it is saved, so that is put back with its own.
 */
export function versionOf(form: HTMLFormElement): string | null {
  return form.querySelector<HTMLInputElement>(`input[data-version]:not([name="${BASE}"])`)?.value ?? null;
}

/** Puts a draft back. Fields that it does not know stay as they are. */
export function writeFields(form: HTMLFormElement, fields: readonly Field[]): void {
  const names = new Set(fields.map(([name]) => name));
  for (const control of controlsOf(form)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTick(control)) control.checked = values.includes(control.value);
    else if (names.has(control.name)) control.value = values[0] ?? "";
    // The version is the VersionField's, which has to hear of it.
    if (control.name === BASE) control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Whether something was typed before the scripts came, or put back by the browser. */
export function isTypedIn(form: HTMLFormElement): boolean {
  return controlsOf(form).some((control) => {
    if (isTick(control)) return control.checked !== control.defaultChecked;
    if (control instanceof HTMLSelectElement) return !startOf(control)?.selected;
    return control.type !== "hidden" && control.value !== control.defaultValue;
  });
}

/** What was chosen at the beginning. */
function startOf(select: HTMLSelectElement): HTMLOptionElement | undefined {
  return [...select.options].find((option) => option.defaultSelected) ?? select.options[0];
}

export function areSame(some: readonly Field[], others: readonly Field[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control => {
    const isControl =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
    if (!isControl || element.name === "" || element.name.startsWith("$")) return false;
    return element.type === "hidden" ? element.name === BASE : !["password", "file", "submit", "button"].includes(element.type);
  });
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}
