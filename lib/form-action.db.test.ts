import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { SESSION_COOKIE } from "./auth/token";
import { readRealClock } from "./clock";
import { db } from "./db/client";
import { env } from "./env";
import { formAction, goTo, openAction, refused } from "./form-action";
import { UNTOUCHED } from "./form-state";
import { insertMentee } from "./testing/people";

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

async function actAs(memberId: string): Promise<void> {
  const token = { memberId, epoch: 0, session: crypto.randomUUID(), signedInAt: readRealClock() };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  request.headers = new Headers({ origin: "http://localhost:3000", cookie: `${SESSION_COOKIE}=${cookie}` });
}

test("a member sends a hundred and twenty forms in five minutes, and what they typed in the next one is not lost", async () => {
  const [one, other] = [await insertMentee(), await insertMentee()];
  const handle = vi.fn(async () => refused("as the test wants it"));
  const send = formAction(z.object({ title: z.string().max(10) }), handle);
  const form = (title: string) => {
    const typed = new FormData();
    typed.set("title", title);
    return typed;
  };
  await actAs(one.id);
  // What cannot be taken anyway does nothing, and is not counted.
  for (let i = 0; i < 5; i++) await send(UNTOUCHED, form("much too long"));
  await Promise.all(Array.from({ length: 120 }, () => send(UNTOUCHED, form("short"))));
  expect(handle).toHaveBeenCalledTimes(120);
  const { message, values } = await send(UNTOUCHED, form("one more"));
  expect(message).toMatch(/^That was very much .* wait five minutes/);
  expect(values).toEqual({ title: ["one more"] });
  expect(handle).toHaveBeenCalledTimes(120);
  await actAs(other.id);
  expect((await send(UNTOUCHED, form("another"))).message).toBe("as the test wants it");
  expect(await db().rateLimit.count()).toBe(2);
});
