import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressForm, cleanAddress, identifierForm, isSameAddress, numberForm } from "./identifier";

describe("an address", () => {
  test.each([
    ["capitals", "Amina.OKAFOR@Example.ORG", "amina.okafor@example.org"],
    ["blanks around it", " \u00a0amina@example.org\t\n", "amina@example.org"],
    ["characters that nobody sees", "\ufeffami\u200bna@exam\u00adple\u200d.org\u2069", "amina@example.org"],
    ["a telephone's apostrophe", "o’brien@example.org", "o'brien@example.org"],
    ["an international domain", "amina@Bücher.Example", "amina@xn--bcher-kva.example"],
    ["the same, as the net has it", "amina@XN--BCHER-KVA.example", "amina@xn--bcher-kva.example"],
    ["an umlaut in capitals", "MÜLLER@example.org", "müller@example.org"],
    ["an umlaut of two characters", "mu\u0308ller@example.org", "müller@example.org"],
    ["two @", '"a@b"@Example.org', '"a@b"@example.org'],
  ])("%s make no other one", (_what, typed, form) => {
    expect(addressForm(typed)).toBe(form);
    expect(isSameAddress(typed, form)).toBe(true);
  });

  test.each([
    ["a dotted capital I", "am\u0130na@example.org"],
    ["an i without a dot", "am\u0131na@example.org"],
    ["a letter of another script", "аmina@example.org"],
    ["a plus", "amina+connect@example.org"],
    ["dots", "a.mina@example.org"],
    ["a fullwidth letter", "ａmina@example.org"],
    ["a blank inside", "ami na@example.org"],
    ["another domain", "amina@example.com"],
  ])("%s makes another one", (_what, typed) => {
    expect(isSameAddress(typed, "amina@example.org")).toBe(false);
  });

  test("is kept as it was typed, but for what nobody types on purpose", () => {
    expect(cleanAddress(" Amina.Okafor+Connect@Example.org ")).toBe("Amina.Okafor+Connect@Example.org");
    expect(cleanAddress("O’Brien@Bücher.example")).toBe("O'Brien@xn--bcher-kva.example");
    expect(cleanAddress("amina@bücher/example")).toBe("amina@bücher/example");
  });
});

test("a membership number is the same with spaces, characters that nobody sees and the wide digits of some keyboards", () => {
  for (const typed of ["100 001", " 100001\n", "100\u200b001", "\u202a100001\u202c", "１００００１", "100\u00a0001"]) {
    expect(numberForm(typed)).toBe("100001");
    expect(identifierForm(typed)).toBe("100001");
  }
  expect(numberForm("ab 12")).not.toBe(numberForm("AB 12"));
});

test("a form is its own form, whatever was typed", () => {
  const tricky = [..."aAiI@.+-/:%# '’ßẞüÜΣσςİıⴀႠ。＠ﬀ\u212a\u0307\u200b\u00ad\ud800\u0000"];
  const typed = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...tricky) }));
  fc.assert(
    fc.property(fc.tuple(typed, typed), (parts) => {
      const text = parts.join("@");
      for (const form of [cleanAddress, addressForm, numberForm, identifierForm]) expect(form(form(text))).toBe(form(text));
      expect(addressForm(cleanAddress(text))).toBe(addressForm(text));
    }),
  );
});
