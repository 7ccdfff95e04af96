import { randomUUID } from "node:crypto";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { listDoors } from "./doors";
import { expect, people, test } from "./fixtures";

// What you may not see does not exist.

const MEMBER_PAGES = listDoors("(member)", "page.tsx").map(({ path }) => path);

test("nobody is sent to sign in from every member's page", async ({ request }) => {
  expect(MEMBER_PAGES.length).toBeGreaterThan(10);
  for (const path of MEMBER_PAGES) {
    const answer = await request.get(path.replaceAll("[id]", randomUUID()), { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([307, "/sign-in"]);
  }
});

test("an outsider finds nothing of a proposal, while its two people get in", async ({ as }) => {
  const [mentee, mentor] = [await people.mentee(), await people.mentor({ capacity: 2 })];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, new Date());
  const id = sent.ok ? sent.value : "";
  const paths = MEMBER_PAGES.filter((path) => path.startsWith("/relationships/[id]")).map((path) => path.replace("[id]", id));
  expect(paths.length).toBeGreaterThanOrEqual(5);
  for (const outsider of [await people.mentor(), await people.mentee(), await people.member({ staff: "admin" })]) {
    const page = await as(outsider);
    for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(404);
    const missing = await page.request.get(`/relationships/${randomUUID()}`);
    // Without scripts, too, which is how a request reads it.
    expect([missing.status(), await missing.text()]).toEqual([404, expect.stringContaining("<h1>This page is not here</h1>")]);
  }
  for (const insider of [mentee, mentor]) {
    const page = await as(insider);
    expect((await page.goto(`/relationships/${id}/details`))?.status()).toBe(200);
  }
});

test("the time machine is for staff, and mentors are for mentees", async ({ as }) => {
  const [mentor, mentee] = [await as(await people.mentor()), await as(await people.mentee())];
  expect((await mentor.goto("/mentors"))?.status()).toBe(404);
  expect((await mentee.goto("/mentors"))?.status()).toBe(200);
  expect((await mentee.goto("/demo/clock"))?.status()).toBe(404);
  const staff = await as(await people.numbered("100006"));
  expect((await staff.goto("/demo/clock"))?.status()).toBe(200);
});

test("the scheduler's door is shut without its secret, and health tells a stranger only that all is well", async ({
  request,
}) => {
  expect((await request.get("/api/cron/sweep")).status()).toBe(401);
  expect((await request.get("/api/cron/nightly", { headers: { authorization: "Bearer wrong" } })).status()).toBe(401);
  const health = await request.get("/api/health");
  const { ok, ...more } = await health.json();
  expect([health.status(), more]).toEqual([ok ? 200 : 503, {}]);
  const wrong = await request.get("/api/health", { headers: { authorization: "Bearer wrong" } });
  expect(Object.keys(await wrong.json())).toEqual(["ok"]);
});

test("every page carries its policy, and no page may be framed", async ({ request }) => {
  const policies = [];
  for (const path of ["/", "/sign-in", "/nowhere"]) {
    const policy = (await request.get(path)).headers()["content-security-policy"] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    policies.push(policy);
  }
  expect(new Set(policies).size).toBe(3);
});

test("every answer is held to its type and tells no other site where somebody was; behind TLS it asks for TLS", async ({
  request,
}) => {
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(await (await request.get("/")).text())?.[1] ?? "";
  for (const path of ["/", "/sign-in", "/nowhere", "/api/health", "/api/cron/sweep", style]) {
    const plain = (await request.get(path)).headers();
    expect(plain["x-content-type-options"], path).toBe("nosniff");
    expect(plain["referrer-policy"], path).toBe("same-origin");
    expect(plain["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(plain["strict-transport-security"], path).toBeUndefined();
    const secure = (await request.get(path, { headers: { "x-forwarded-proto": "https" } })).headers();
    expect(secure["strict-transport-security"], path).toBe("max-age=63072000; includeSubDomains");
  }
});

test("after Log Out a copy of the session's cookie is worth nothing", async ({ as, request }) => {
  const page = await as(await people.mentee());
  await page.goto("/relationships");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = async () => (await request.get("/relationships", { headers: { cookie }, maxRedirects: 0 })).status();
  expect(await ask()).toBe(200);
  await page.getByRole("button", { name: "Log Out" }).click();
  await expect(page).not.toHaveURL(/relationships/);
  expect(await ask()).toBe(307);
});
