import { expect, test } from "vitest";
import { isSameName } from "./name";

test.each([
  ["Amina Okafor", "Amina Okafor"],
  ["  amina   OKAFOR ", "Amina Okafor"],
  ["lucja zolc", "Łucja Żółć"],
  ["Łucja Żółć", "Łucja Żółć"],
  ["Sean O'Connor", "Seán O’Connor"],
  ["Anne Marie Smith-Jones", "Anne-Marie Smith Jones"],
  ["J R Hartley", "J. R. Hartley"],
  ["strasse jorgen", "Straße Jørgen"],
  ["Nguyen Thi Anh", "Nguyễn Thị Ánh"],
  ["ελενη παπαδοπουλου", "Ελένη Παπαδοπούλου"],
  ["王小明", "王小明"],
  ["😀", " 😀"],
  ["<b>Robin</b>", "<b>Robin</b>"],
])("%s signs for %s", (typed, name) => expect(isSameName(typed, name)).toBe(true));

test.each([
  ["", "Amina Okafor"],
  ["Amina", "Amina Okafor"],
  ["Okafor Amina", "Amina Okafor"],
  ["AminaOkafor", "Amina Okafor"],
  ["Amina Okafor Jones", "Amina Okafor"],
  ["王", "王小明"],
  ["…", "😀"],
  ["", "😀"],
  ["", ""],
])("“%s” does not sign for %s", (typed, name) => expect(isSameName(typed, name)).toBe(false));
