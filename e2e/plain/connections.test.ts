import { expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { given } from "./given";

// Other systems of the society: a token is made, read with, and revoked. They are known by names that nobody else uses.

async function read(path: string, token: string): Promise<Response> {
  return fetch(new URL(path, env().APP_URL), { headers: { authorization: `Bearer ${token}` } });
}

test("an administrator makes a token, a system reads with it, and it can be revoked", async () => {
  const admin = await given.admin();
  const mentor = await given.mentor();
  await admin.visit("/admin/settings");
  await admin.follow("Connect other systems");
  await admin.follow("Make an access token");
  await admin.press("Make the token");
  expect(admin.text).toContain("Enter the name of the system.");
  expect(admin.text).toContain("Choose at least one list.");
  admin.fill("Which system gets it", "Finance of the story");
  admin.tick(/^Members/);
  await admin.press("Make the token");
  const [token = ""] = /connect_[\w-]{43}/.exec(admin.text) ?? [];
  const found = await read(`/api/v1/members?since=${mentor.member.createdAt.toISOString()}&limit=500`, token);
  expect(found.status).toBe(200);
  expect(await found.text()).toContain(mentor.number);
  expect((await read("/api/v1/meetings", token)).status).toBe(403);
  await admin.follow("I have copied it");
  expect(admin.text).not.toContain(token);
  const row = admin.around("listitem", "Finance of the story");
  expect(row.text).toContain("May read members.");
  await row.press(/^Revoke/);
  expect(admin.status).toContain("Revoked.");
  expect((await read("/api/v1/members", token)).status).toBe(401);
});

test("an administrator adds a webhook, sees what it is told, renews its secret, sends events again and turns it off", async () => {
  const admin = await given.admin();
  await admin.visit("/admin/webhooks");
  await admin.follow("Add a webhook");
  admin.fill("Address", "http://members.example.org/");
  admin.tick("A member has registered");
  await admin.press("Add the webhook");
  expect(admin.text).toContain("Enter an address that begins with https://");
  // Nobody listens there, so the sweep keeps trying.
  const address = "http://127.0.0.1:9/story";
  admin.fill("Address", address);
  await admin.press("Add the webhook");
  const [secret = ""] = /whsec_[\w+/]{43}=/.exec(admin.text) ?? [];
  expect(secret).not.toBe("");
  await given.mentor();
  await admin.follow("I have copied it");
  expect(admin.text).not.toContain(secret);
  await admin.follow(address);
  expect(admin.allAround("row", "A member has registered").length).toBeGreaterThan(0);
  await admin.press("Renew the secret");
  expect(admin.text).toMatch(/whsec_/);
  expect(admin.text).not.toContain(secret);
  await admin.follow("I have copied it");
  await admin.follow(address);
  await admin.follow("Change it");
  expect(admin.value("Address")).toBe(address);
  admin.fill("Address", "http://members.example.org/");
  await admin.press("Save");
  expect(admin.text).toContain("Enter an address that begins with https://");
  admin.fill("Address", `${address}/other`);
  admin.tick("A relationship has begun");
  await admin.press("Save");
  expect(admin.status).toContain("Saved.");
  expect(admin.text).toContain(`${address}/other`);
  expect(admin.text).toContain("A member has registered. A relationship has begun.");
  await admin.press("Turn off");
  expect(admin.status).toContain("Turned off.");
  await admin.press("Turn on");
  expect(admin.status).toContain("Turned on.");
  admin.fill("Everything that has happened since", "2026-01-01");
  await admin.press("Send again");
  expect(admin.status).toContain("These events are sent again");
  await admin.press("Turn off");
});

test("staff who are no administrators find no connections, and nobody else finds their answers", async () => {
  const staff = await given.staff();
  expect(await staff.visit("/admin/webhooks")).toBe(404);
  const refused = await read("/api/v1/members", "");
  expect([refused.status, refused.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
  expect(refused.headers.getSetCookie()).toEqual([]);
});
