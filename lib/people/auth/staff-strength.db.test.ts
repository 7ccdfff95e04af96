import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { insertMember } from "@/testing/people";
import { ASKED_HEADER } from "./asked";
import { requireStaff } from "./session";
import { SESSION_COOKIE } from "./token";

// Where the society's sign-in has to be a strong one for staff.

Object.assign(process.env, { OIDC_STAFF_ACR: "phr, urn:example:gold", OIDC_STAFF_AMR: "mfa" });
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

test.each([
  [{}, "/sign-in/staff?to=%2Fadmin%2Fmembers"],
  [{ acr: "low", amr: ["pwd"] }, "/sign-in/staff?to=%2Fadmin%2Fmembers"],
  [{ acr: "mfa" }, "/sign-in/staff?to=%2Fadmin%2Fmembers"],
  [{ acr: "urn:example:gold" }, "in"],
  [{ amr: ["pwd", "mfa"] }, "in"],
])("a session that began with %j: %s", async (strength, where) => {
  const { id, sessionEpoch } = await insertMember({ staff: "admin" });
  const token = { memberId: id, epoch: sessionEpoch, session: crypto.randomUUID(), signedInAt: readRealClock(), ...strength };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  request.headers = new Headers({ cookie: `${SESSION_COOKIE}=${cookie}`, [ASKED_HEADER]: "/admin/members" });
  const opened = await requireStaff().then(
    () => "in",
    (error: { digest?: string }) => error.digest ?? String(error),
  );
  expect(opened).toContain(where);
});
