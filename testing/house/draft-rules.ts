import type { SourceFile } from "./source-file";

/** Files of pages and views that have a form with a box for long texts, and keep nothing of what is typed there. */
export function findFormsWithoutDraft(files: readonly SourceFile[]): string[] {
  const views = files.filter(({ path }) => /^(app|components)\/.*\.tsx$/.test(path));
  // Components that only hold fields, by name: what has them has their boxes.
  const withBoxes = views
    .filter(({ text }) => text.includes("<TextArea") && !hasForm(text))
    .flatMap(({ text }) => [...text.matchAll(/^export function (\w+)/gm)].map(([, name = ""]) => name));
  const box = new RegExp(`<(TextArea|${withBoxes.join("|")})\\b`);
  return views
    .filter(
      ({ path, text }) => path !== "components/ui/field.tsx" && hasForm(text) && box.test(text) && !text.includes("<Draft"),
    )
    .map(({ path }) => `${path} loses what is typed in its long box; it needs a <Draft>`);
}

function hasForm(text: string): boolean {
  return /<(Form|AskPage)\b/.test(text);
}
