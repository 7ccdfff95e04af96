import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { spend } from "./limits";

const MB = 1024 * 1024;

test("an account has so much for a day, whatever comes at once, and what was refused is not counted", async () => {
  const member = randomUUID();
  const forms = await Promise.all(Array.from({ length: 10 }, () => spend("files", member, 24 * MB)));
  expect(forms.filter(Boolean).length).toBeLessThanOrEqual(2);
  expect(await spend("files", randomUUID(), 24 * MB)).toBe(true);
  const other = randomUUID();
  for (const size of [24, 24]) expect(await spend("files", other, size * MB)).toBe(true);
  expect(await spend("files", other, 24 * MB)).toBe(false);
  expect(await spend("files", other, 12 * MB)).toBe(true);
  expect(await spend("files", other, 1)).toBe(false);
  expect(await spend("files", other, 0)).toBe(true);
});
