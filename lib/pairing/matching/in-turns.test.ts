import { expect, test } from "vitest";
import { inTurns } from "./in-turns";

const namesOf = (lists: string[][]) => inTurns(lists, (name) => name.toLowerCase()).join(" ");

test.each<[string[][], string]>([
  [[], ""],
  [[[], []], ""],
  [[["a", "b", "c"]], "a b c"],
  [[["a", "b", "c"], ["d"], ["e", "f"]], "a d e b f c"],
  [[["a", "b"], ["A", "c"], ["B"]], "a B c"],
])("%o", (lists, said) => expect(namesOf(lists)).toBe(said));
