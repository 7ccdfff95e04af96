import { expect, test, vi } from "vitest";
import { z } from "zod";
import { goTo, openAction } from "./form-action";
import { UNTOUCHED } from "./form-state";

const request = vi.hoisted(() => ({ headers: new Headers({ origin: "http://localhost:3000" }) }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

test("a form that fails gives back what was typed: no passwords, and nothing that is no field", async () => {
  const form = new FormData();
  for (const name of ["title", "__proto__", "__proto__.title", "constructor", "newPassword", "$ACTION_ID"])
    form.set(name, name);
  const handle = vi.fn(async () => goTo("/"));
  const { values } = await openAction(z.object({ subject: z.string() }), handle)(UNTOUCHED, form);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  expect(Object.keys(values)).toEqual(["title", "__proto__.title", "constructor"]);
  expect("title" in {}).toBe(false);
  expect(handle).not.toHaveBeenCalled();
});
