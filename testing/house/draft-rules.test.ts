import { expect, test } from "vitest";
import { findFormsWithoutDraft } from "./draft-rules";
import { makeSource, readSources } from "./source-file";

test("every form with a long box keeps what was typed", () => {
  expect(findFormsWithoutDraft(readSources([".tsx"]))).toEqual([]);
});

test.each([
  ["app/x/page.tsx", '<Form action={save}><TextArea name="words" /></Form>'],
  ["app/x/page.tsx", "<AskPage><StoryFields /></AskPage>"],
])("the rule notices %s with %s", (path, text) => {
  const fields = makeSource(
    "components/story-fields.tsx",
    'export function StoryFields() { return <TextArea name="story" />; }',
  );
  expect(findFormsWithoutDraft([fields, makeSource(path, text)])).toHaveLength(1);
  expect(findFormsWithoutDraft([fields, makeSource(path, `<Draft />${text}`)])).toEqual([]);
});
