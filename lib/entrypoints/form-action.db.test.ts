import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { SESSION_COOKIE } from "@/lib/people/auth/token";
import { changeFromOutside } from "@/lib/staff/coordinating/commands";
import { insertMember, insertMentee } from "@/testing/people";
import { formAction, goTo, openAction, refused, staffAction } from "./form-action";
import { UNTOUCHED } from "./form-state";

const request = vi.hoisted(() => ({ headers: new Headers({ origin: "http://localhost:3000" }) }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

test("a form that fails gives back what was typed in its fields: no passwords, and nothing that is none of them", async () => {
  const form = new FormData();
  for (const name of [
    "title",
    "title[7]",
    "title.x",
    "__proto__",
    "__proto__.title",
    "constructor",
    "newPassword",
    "$ACTION_ID",
  ])
    form.set(name, name);
  const handle = vi.fn(async () => goTo("/"));
  const schema = z.object({ title: z.string(), subject: z.string(), newPassword: z.string() });
  expect(await openAction(schema, handle)(UNTOUCHED, form)).toEqual({
    values: { title: ["title"] },
    errors: { subject: [expect.any(String)] },
    message: null,
  });
  expect("title" in {}).toBe(false);
  expect(handle).not.toHaveBeenCalled();
});

test("a list with holes, and what a parser would take for an order, are no part of a form", async () => {
  const form = new FormData();
  form.set("roles[2500000]", "mentor");
  form.set("__intent__", JSON.stringify({ type: "update", payload: { name: "roles", index: 2_500_000, value: "mentor" } }));
  const schema = z.object({ roles: z.array(z.enum(["mentor", "mentee"])).min(1, "Choose at least one.") });
  const { values, errors } = await openAction(schema, async () => goTo("/"))(UNTOUCHED, form);
  expect(values).toEqual({});
  expect(Object.keys(errors)).toEqual(["roles"]);
});

test("a schema that is no list of plain fields makes no door", () => {
  const handle = async () => goTo("/");
  expect(() => openAction(z.object({ "a.b": z.string() }), handle)).toThrow("a.b is no name");
  expect(() => openAction(z.array(z.string()), handle)).toThrow("an object of fields");
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
  // What cannot be taken is counted too: it is read like any other.
  await Promise.all(Array.from({ length: 20 }, () => send(UNTOUCHED, form("much too long"))));
  await Promise.all(Array.from({ length: 100 }, () => send(UNTOUCHED, form("short"))));
  expect(handle).toHaveBeenCalledTimes(100);
  const { message, values, errors } = await send(UNTOUCHED, form("much too long"));
  expect(message).toMatch(/^You have sent a lot of forms .* in five minutes/);
  expect({ values, errors }).toEqual({ values: { title: ["much too long"] }, errors: {} });
  expect(handle).toHaveBeenCalledTimes(100);
  // A form for everybody counts with them: it is the same member.
  const open = vi.fn(async () => refused("as the test wants it"));
  expect((await openAction(z.object({}), open)(UNTOUCHED, form(""))).message).toMatch(/^You have sent a lot of forms/);
  // Nobody is kept from logging out.
  expect((await openAction(z.object({}), open, false)(UNTOUCHED, form(""))).message).toBe("as the test wants it");
  await actAs(other.id);
  expect((await send(UNTOUCHED, form("another"))).message).toBe("as the test wants it");
  expect(await db().rateLimit.count()).toBe(2);
});

test("a coordinator acts as staff where the record and the members are theirs, and elsewhere there is nothing", async () => {
  const [coordinator, mentee, stranger] = [await insertMember(), await insertMentee(), await insertMember()];
  const right = { memberId: coordinator.id, programmeId: SOCIETY_SCHEME, right: "coordinator" } as const;
  expect(await changeFromOutside(right, new Date(readRealClock()))).toMatchObject({ ok: true });
  await actAs(coordinator.id);
  const act = staffAction(
    z.object({ programmeId: z.string(), memberId: z.string() }),
    async ({ viewer }) => refused(`as ${viewer.staff}`),
    {
      ...({ area: "matching", of: "programmes" } as const),
      ids: ({ programmeId }) => [programmeId],
      members: ({ memberId }) => [memberId],
    },
  );
  const send = (programmeId: string, memberId: string) => {
    const typed = new FormData();
    typed.set("programmeId", programmeId);
    typed.set("memberId", memberId);
    return act(UNTOUCHED, typed).then(
      ({ message }) => message,
      () => "nothing",
    );
  };
  expect(await send(SOCIETY_SCHEME, mentee.id)).toBe("as staff");
  expect(await send(SOCIETY_SCHEME, stranger.id)).toBe("nothing");
  expect(await send(crypto.randomUUID(), mentee.id)).toBe("nothing");
});

test("whoever is not signed in is counted by the address that a proxy of ours names", async () => {
  Object.assign(env(), { TRUSTED_PROXIES: 1 });
  const handle = vi.fn(async () => refused("as the test wants it"));
  const send = openAction(z.object({}), handle);
  const from = (address: string) => {
    request.headers = new Headers({ origin: "http://localhost:3000", "x-forwarded-for": address });
  };
  from("192.0.2.7");
  expect((await send(UNTOUCHED, new FormData())).message).toBe("as the test wants it");
  await db().rateLimit.updateMany({ data: { points: 1200 } });
  expect((await send(UNTOUCHED, new FormData())).message).toMatch(/^You have sent a lot of forms/);
  expect(handle).toHaveBeenCalledTimes(1);
  from("192.0.2.8");
  expect((await send(UNTOUCHED, new FormData())).message).toBe("as the test wants it");
  Object.assign(env(), { TRUSTED_PROXIES: 0 });
});
