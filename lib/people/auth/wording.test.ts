import { expect, test } from "vitest";
import { FACTS } from "./claims";
import { missingInWords } from "./wording";

test("the page says which facts are missing, and who can mend that", () => {
  expect(missingInWords(["name", "email"])).toBe(
    "The society’s sign-in did not tell us your name and your e-mail address, so we could not let you in. Please check your membership details there, then sign in again. If nothing is missing there, ask the society to pass it on to us.",
  );
  expect(missingInWords(["number"])).toMatch(/your membership number, so .* You cannot put this right yourself: please ask/);
  expect(missingInWords(FACTS)).toContain("whether your membership is current");
});
