import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { erase } from "@/lib/pairing/leaving/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { begin } from "../partners";
import { people } from "../people";
import { unzip } from "./files";
import { given } from "./given";

// What is known about oneself, as one file; and what partners see of somebody who had it all erased.

const MY_DATA = "Download my data";

test("a member downloads everything about them, and it is theirs", async () => {
  const [mentee, mentor] = [await given.mentee({ about: "Curious about everything." }), await people.mentor()];
  await begin(mentee.member, mentor);
  await mentee.visit("/");
  await mentee.follow("Edit Account");
  expect(mentee.has("heading", "Your data")).toBe(true);
  const saved = await mentee.save(MY_DATA);
  expect(saved.name).toMatch(new RegExp(`^my-data-${mentee.number}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  const files = unzip(saved);
  expect(files["README.txt"]).toContain("proposals.json");
  expect(JSON.parse(files["account.json"] ?? "")).toMatchObject({ Name: mentee.name, "E-mail": mentee.email });
  expect(JSON.parse(files["profile-as-mentee.json"] ?? "")).toMatchObject({ About: "Curious about everything." });
  const [proposal] = JSON.parse(files["proposals.json"] ?? "");
  expect(proposal).toMatchObject({ Mentor: mentor.name, Status: "accepted", Texts: [{ Objectives: WORDS.objectives }] });
  expect(JSON.stringify(files)).not.toContain(mentor.email);
  expect(await db().auditEvent.count({ where: { subjectId: mentee.member.id, fact: "data-downloaded" } })).toBe(1);
});

test("who is signed out is sent to sign in, and nobody keeps a copy on the way", async () => {
  const [stranger, mentee] = [given.stranger(), await given.mentee()];
  await stranger.visit("/account/download");
  expect(stranger.path).toBe("/sign-in");
  const { headers } = await mentee.get("/account/download");
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "application/zip",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
});

test("who deleted their account and signs in again may still take their data along", async () => {
  const member = await given.member({ status: "deleted", isMentee: true });
  await member.visit("/come-back");
  const files = unzip(await member.save(MY_DATA));
  expect(JSON.parse(files["account.json"] ?? "")).toMatchObject({ Name: member.name, Account: "deleted" });
});

test("to their partners somebody erased is a former member, whose words are gone and whose cookie is worth nothing", async () => {
  const [{ id, mentee, mentor }, staff] = [await given.partners(), await people.member({ staff: "admin" })];
  expect((await erase(mentee.member.id, viewerOf(staff), await readNow())).ok).toBe(true);
  for (const path of ["/account", "/account/download"]) {
    await mentee.visit(path);
    expect(mentee.path).toBe("/sign-in");
  }
  await mentor.visit("/relationships");
  expect(mentor.has("link", "A former member")).toBe(true);
  for (const path of ["/", "/relationships", `/relationships/${id}`, `/relationships/${id}/details`, "/notifications"]) {
    expect(await mentor.visit(path), path).toBe(200);
    expect(mentor.main.text, path).not.toContain(mentee.name);
  }
  expect(mentor.main.text).toMatch(/A former member is no longer on Connect/);
  await mentor.visit(`/relationships/${id}/details`);
  expect(mentor.heading).toContain("Proposal from a former member");
  expect(mentor.main.text).toContain(ERASED_WORDS);
});
