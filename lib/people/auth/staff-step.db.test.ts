import { encode } from "next-auth/jwt";
import { afterAll, expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { Settings } from "@/lib/society/settings/settings";
import { insertLocalMember } from "@/testing/auth/accounts";
import { requireStaff } from "./session";
import { SESSION_COOKIE } from "./token";

// Where the society asks staff for a second step.

Object.assign(process.env, { SIGN_IN: "local" });
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

let version = 0;
async function ask(isNeeded: boolean): Promise<void> {
  const values = JSON.parse(JSON.stringify(Settings.parse({ signIn: { staffSecondStep: isNeeded } })));
  await db().settings.upsert({
    where: { id: 1 },
    create: { id: 1, version: ++version, values },
    update: { version: ++version, values },
    select: { id: true },
  });
}
afterAll(async () => {
  await db().settings.deleteMany();
});

async function open(staff: "none" | "staff" | "admin", more: { secondStep?: boolean } = {}): Promise<string> {
  const { id, sessionEpoch } = await insertLocalMember({ staff });
  const token = { memberId: id, epoch: sessionEpoch, session: crypto.randomUUID(), signedInAt: readRealClock(), ...more };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  request.headers = new Headers({ cookie: `${SESSION_COOKIE}=${cookie}` });
  return requireStaff().then(
    () => "in",
    (error: { digest?: string }) => error.digest ?? String(error),
  );
}

test("the staff pages open only in a session in which one was taken; the others are led to it", async () => {
  await ask(true);
  for (const staff of ["staff", "admin"] as const) {
    expect(await open(staff)).toContain("/account/security?for=staff");
    expect(await open(staff, { secondStep: false })).toContain("/account/security?for=staff");
    expect(await open(staff, { secondStep: true })).toBe("in");
  }
  expect(await open("none", { secondStep: true })).toContain("404");
});

test("unless it is up to each of them, which is the default", async () => {
  await ask(false);
  expect(await open("staff")).toBe("in");
  expect(Settings.parse({}).signIn.staffSecondStep).toBe(false);
});
