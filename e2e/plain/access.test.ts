import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listDoors } from "../doors";
import { propose } from "../partners";
import { people } from "../people";
import { given, signIn } from "./given";

// What you may not see does not exist.

const MEMBER_PAGES = listDoors("(member)", "page.tsx").map(({ path }) => path);

test("nobody is sent to sign in from every member's page", async () => {
  const stranger = given.stranger();
  expect(MEMBER_PAGES.length).toBeGreaterThan(10);
  for (const path of MEMBER_PAGES) {
    const asked = path.replaceAll("[id]", randomUUID());
    const answer = await stranger.get(asked);
    // The pages on the way in are not led back to.
    const to = /^\/(choose-account|come-back|join)$/.test(asked) ? "" : `?to=${encodeURIComponent(asked)}`;
    expect([answer.status, answer.headers.get("location")], path).toEqual([307, `/sign-in${to}`]);
  }
});

test("an outsider finds nothing of a proposal, while its two people get in", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor({ capacity: 2 })];
  const id = await propose(mentee.member, mentor.member);
  const paths = MEMBER_PAGES.filter((path) => path.startsWith("/relationships/[id]")).map((path) => path.replace("[id]", id));
  expect(paths.length).toBeGreaterThanOrEqual(5);
  for (const outsider of [await given.mentor(), await given.mentee(), await given.admin()]) {
    for (const path of paths) expect((await outsider.get(path)).status, path).toBe(404);
    expect(await outsider.visit(`/relationships/${randomUUID()}`)).toBe(404);
    expect(outsider.heading).toBe("We cannot find this page");
  }
  for (const insider of [mentee, mentor]) expect(await insider.visit(`/relationships/${id}/details`)).toBe(200);
});

test("the time machine is for staff, and mentors are for mentees", async () => {
  const [mentor, mentee] = [await given.mentor(), await given.mentee()];
  expect(await mentor.visit("/mentors")).toBe(404);
  expect(await mentee.visit("/mentors")).toBe(200);
  expect(await mentee.visit("/demo/clock")).toBe(404);
  const helen = await signIn(await people.numbered("100006"));
  expect(await helen.visit("/demo/clock")).toBe(200);
});

test("the scheduler's door is shut without its secret, and health tells a stranger only that all is well", async () => {
  const stranger = given.stranger();
  const guess = { authorization: "Bearer wrong" };
  expect((await stranger.get("/api/cron/sweep")).status).toBe(401);
  expect((await stranger.get("/api/cron/nightly", guess)).status).toBe(401);
  const health = await stranger.get("/api/health");
  const { ok, ...more } = await health.json();
  expect([health.status, more]).toEqual([ok ? 200 : 503, {}]);
  expect(Object.keys(await (await stranger.get("/api/health", guess)).json())).toEqual(["ok"]);
});

test("every page carries its policy, and no page may be framed", async () => {
  const policies = [];
  for (const path of ["/", "/sign-in", "/nowhere"]) {
    const policy = (await given.stranger().get(path)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    policies.push(policy);
  }
  expect(new Set(policies).size).toBe(3);
});

test("every answer is held to its type and tells no other site where somebody was; behind TLS it asks for TLS", async () => {
  const stranger = given.stranger();
  await stranger.visit("/");
  const style = stranger.select("link[rel=stylesheet]")[0]?.getAttribute("href") ?? "";
  for (const path of ["/", "/sign-in", "/nowhere", "/api/health", "/api/cron/sweep", style]) {
    const plain = (await stranger.get(path)).headers;
    expect(plain.get("x-content-type-options"), path).toBe("nosniff");
    expect(plain.get("referrer-policy"), path).toBe("same-origin");
    expect(plain.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(plain.get("strict-transport-security"), path).toBeNull();
    const secure = (await stranger.get(path, { "x-forwarded-proto": "https" })).headers;
    expect(secure.get("strict-transport-security"), path).toBe("max-age=63072000; includeSubDomains");
  }
});

test("after Log Out a copy of the session's cookie is worth nothing", async () => {
  const mentee = await given.mentee();
  await mentee.visit("/relationships");
  const cookie = await mentee.browser.cookies.getCookieString(mentee.browser.home);
  const ask = async () => (await given.stranger().get("/relationships", { cookie })).status;
  expect(await ask()).toBe(200);
  await mentee.press("Log Out");
  expect(mentee.path).not.toMatch(/relationships/);
  expect(await ask()).toBe(307);
});
