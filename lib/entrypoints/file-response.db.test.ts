import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { GET as downloadEverything } from "@/app/(member)/account/download/route";
import { GET as downloadRecord } from "@/app/(member)/cpd/download/route";
import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { SESSION_COOKIE } from "@/lib/people/auth/token";
import { insertMentee } from "@/testing/people";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

async function actAs(id: string): Promise<void> {
  const token = { memberId: id, epoch: 0, session: crypto.randomUUID(), signedInAt: readRealClock() };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  request.headers = new Headers({ cookie: `${SESSION_COOKIE}=${cookie}` });
}

test("files that are made anew are thirty an hour for a member, of whatever kind, and no fewer for anybody else", async () => {
  const [one, other] = [await insertMentee(), await insertMentee()];
  await actAs(one.id);
  const record = () => downloadRecord(new Request("http://localhost:3000/cpd/download?format=csv"));
  const statuses = [];
  for (let i = 0; i < 15; i++) statuses.push((await record()).status, (await downloadEverything()).status);
  expect(statuses).toEqual(Array.from({ length: 30 }, () => 200));
  for (const refused of [await record(), await downloadEverything()]) {
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "3600"]);
    expect(await refused.text()).toMatch(/^You have downloaded many files.*\.$/);
  }
  await actAs(other.id);
  expect((await downloadEverything()).status).toBe(200);
});
