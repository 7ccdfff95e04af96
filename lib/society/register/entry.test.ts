import { expect, test } from "vitest";
import { comparable, isSamePerson, surnameKeyOf } from "./entry";

const entryOf = (name: string, surname?: string) => ({
  surnameKey: surnameKeyOf({ name, ...(surname ? { surname } : {}) }),
  email: "office@example.org",
});

test.each([
  ["Tomas Lind", undefined, "Tomas Lind"],
  ["Tomas Lind", undefined, "TOMAS  LIND "],
  ["Étienne van Dijk", "van Dijk", "Etienne Van Dijk"],
  ["Étienne van Dijk", undefined, "Etienne van Dijk"],
  ["Anna Smith-Jones", "Smith-Jones", "Anna Smith Jones"],
  ["Sinéad O’Brien", "O’Brien", "Sinead O'Brien"],
  ["Jürgen Groß", undefined, "Jurgen Gross"],
  ["Paweł Łuczak", undefined, "Pawel Luczak"],
  ["Wei Li", "Li", "Li Wei"],
])("the surname of %s (%s) agrees with “%s”", (name, surname, typed) => {
  expect(isSamePerson(entryOf(name, surname), { name: typed, email: "else@example.org" })).toBe(true);
});

test.each([
  ["Tomas Lind", "Tomas Linden"],
  ["Anna Land", "Anna Highland"],
  ["Tomas Lind", "Tomas"],
  ["Tomas Lind", "  "],
])("the surname of %s does not agree with “%s”", (name, typed) => {
  expect(isSamePerson(entryOf(name), { name: typed, email: "else@example.org" })).toBe(false);
});

test("the address agrees whatever the name, and no address agrees with none", () => {
  expect(isSamePerson(entryOf("Tomas Lind"), { name: "T. Married", email: " Office@Example.org" })).toBe(true);
  expect(isSamePerson({ surnameKey: "", email: null }, { name: "", email: "" })).toBe(false);
});

test("a name is compared without accents, spaces and hyphens", () => {
  expect(comparable("Étienne van Dijk-Ødegård")).toBe("etiennevandijkodegard");
});
