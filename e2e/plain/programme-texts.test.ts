import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import * as joining from "@/lib/pairing/joining/commands";
import * as programmes from "@/lib/pairing/programmes/commands";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import * as proposals from "@/lib/pairing/proposals/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { WORDS } from "@/testing/proposals/examples";
import { askHowItGoes } from "../check-ins";
import { people } from "../people";
import { given, type Member } from "./given";

// What a programme sets itself: its contract, its guidance, the days on which both are asked how it goes, and its tools.

const ZONE = "Europe/London";
const OWN_WORDS = "We meet every fortnight, and say so a day before if we cannot.";

/** A programme of its own name, open since some days. Other stories see it too, so that it closes with its own: `close`. */
async function opened(daysAgo: number) {
  const [maker, at] = [await people.member({ staff: "staff" }), addDays(await readNow(), -daysAgo, ZONE)];
  const name = `Returners ${maker.number}`;
  const id = await openProgramme(viewerOf(maker), at, { name });
  const close = async () => {
    const seen = (await findProgramme(id, await readNow()))?.version ?? 0;
    await programmes.move(viewerOf(maker), { id, seen }, "close", await readNow());
  };
  return { id, name, at, close };
}

/** A mentee and a mentor whose relationship began in it. */
async function pairIn(programmeId: string, at: Date) {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  for (const { member } of [mentee, mentor])
    await joining.join(viewerOf(member), programmeId, member.isMentor ? "mentor" : "mentee", at);
  const words = { ...WORDS, programmeId, choices: [] };
  const sent = await proposals.send(viewerOf(mentee.member), mentor.member.id, words, DEFAULT_SETTINGS, at);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await proposals.accept(viewerOf(mentor.member), sent.value, 1, DEFAULT_SETTINGS, at);
  if (!accepted.ok) throw new Error(accepted.reason);
  return { id: sent.value, mentee, mentor };
}

async function publish(by: Member, programmeId: string, name: "Contract" | "First conversation", text: string) {
  await by.visit(`/admin/programmes/${programmeId}`);
  await by.part("region", "Texts").follow(name);
  by.fill("Text", text);
  await by.press(/^Publish$/);
  expect(by.status).toContain("Published. Partners in this programme see this version from now on.");
}

async function sign(member: Member, id: string): Promise<void> {
  await member.visit(`/relationships/${id}/contract`);
  member.fill("Type your name", member.name);
  await member.press("Sign");
}

test("staff give a programme its own contract, days and tools; its pairs have those, and all others the society’s", async () => {
  const [staff, { id: programmeId, name, at, close }] = [await given.staff(), await opened(3)];
  const [inside, outside] = [await pairIn(programmeId, at), await given.partners(at)];

  await staff.visit(`/admin/programmes/${programmeId}`);
  expect(staff.part("region", "Texts").text).toContain("Partners read the society’s contract.");
  await staff.part("region", "Texts").follow("Contract");
  expect(staff.heading).toBe(`Contract: ${name}`);
  expect(staff.value("Text")).toContain("## What it is for");
  staff.fill("Text", `${OWN_WORDS} {{mentr}}`);
  await staff.press(/^Publish$/);
  expect(staff.alert).toContain("{{mentr}} is no placeholder");
  staff.fill("Text", `${OWN_WORDS} Between {{menteeName}} and {{mentorName}}.`);
  await staff.press(/^Preview$/);
  expect(staff.part("region", "Preview").text).toContain(OWN_WORDS);
  await staff.press(/^Publish$/);
  expect(staff.part("region", "Versions").text).toContain("Published now");
  await staff.follow(name);
  expect(staff.part("region", "Texts").text).toContain("Its own, version 1.");
  staff.fill("Days on which both partners are asked whether they have met (optional)", "5, 2");
  staff.part("group", "Tools that its relationships do without (optional)").tick("SWOT");
  await staff.press("Save");
  expect(staff.alert).toContain("Each day must be later than the one before it");
  staff.fill("Days on which both partners are asked whether they have met (optional)", "2");
  await staff.press("Save");
  expect(staff.status).toContain("Saved.");

  // On the third day, of a programme that asks on the second and a society that asks on the fourth.
  for (const { id } of [inside, outside]) await askHowItGoes(id, await readNow());
  for (const [pair, isAsked] of [
    [inside, true],
    [outside, false],
  ] as const) {
    await pair.mentee.visit(`/relationships/${pair.id}`);
    expect(pair.mentee.main.text.includes(`Have you and ${pair.mentor.name} met?`)).toBe(isAsked);
  }

  for (const member of [inside.mentee, inside.mentor]) {
    await sign(member, inside.id);
    expect(member.main.text).toContain(`${OWN_WORDS} Between ${inside.mentee.name} and ${inside.mentor.name}.`);
    expect(member.main.text).toContain("Version 1 of the text of this programme");
  }
  await sign(outside.mentee, outside.id);
  expect(outside.mentee.main.text).not.toContain(OWN_WORDS);
  expect(outside.mentee.part("article", /contract/i).has("heading", "What it is for")).toBe(true);

  await inside.mentee.visit("/relationships");
  inside.mentee.unfold("Tools");
  expect([inside.mentee.has("link", /^SWOT/), inside.mentee.has("link", /^G-STAR/)]).toEqual([false, true]);
  await outside.mentee.visit("/relationships");
  outside.mentee.unfold("Tools");
  expect(outside.mentee.has("link", /^SWOT/)).toBe(true);
  for (const page of ["swot", "swot/new"]) {
    expect(await inside.mentee.visit(`/relationships/${inside.id}/${page}`)).toBe(404);
    expect(await outside.mentee.visit(`/relationships/${outside.id}/${page}`)).toBe(200);
  }
  await inside.mentee.visit(`/relationships/${inside.id}/first-conversation`);
  expect(inside.mentee.main.text).toContain("Afterwards it helps to think one question through with G-STAR and to write down");
  await outside.mentee.visit(`/relationships/${outside.id}/first-conversation`);
  expect(outside.mentee.main.text).toContain(
    "with SWOT, to think one question through with G-STAR, and to write down two or three Goals. All three are in Tools.",
  );

  await publish(staff, programmeId, "Contract", "Something else.");
  await inside.mentor.visit(`/relationships/${inside.id}/contract`);
  expect(inside.mentor.part("article", /contract/i).text).toContain(OWN_WORDS);
  await inside.mentor.follow("Read the newer text");
  expect(inside.mentor.main.text).toContain("Something else.");
  await staff.press("Stop using it");
  expect(staff.status).toContain("Partners in this programme read the society’s text again.");

  await staff.visit(`/admin/audit?who=${encodeURIComponent(staff.number)}&as=actor`);
  for (const said of ["published a text for a programme", "went back to the society’s text in a programme"])
    expect(staff.main.text).toContain(said);

  await close();
  await staff.visit(`/admin/programmes/${programmeId}/texts/contract`);
  expect(staff.main.text).toContain("This programme is closed, so its texts can no longer be changed.");
  expect([staff.hasField("Text"), staff.has("button", /^Publish$/)]).toEqual([false, false]);
});

test("its coordinator writes its texts, brings an earlier one back, and opens no other programme’s", async () => {
  const [{ id, at, close }, other] = [await opened(1), await opened(1)];
  const [coordinator, pair] = [await given.holder("coordinator", id), await pairIn(id, at)];
  await publish(coordinator, id, "First conversation", "## Begin with a walk\n\nTalk about {{aMentor}} you remember.");
  await pair.mentee.visit(`/relationships/${pair.id}/first-conversation`);
  expect(pair.mentee.main.has("heading", "Begin with a walk")).toBe(true);
  expect(pair.mentee.main.text).toContain("Talk about a mentor you remember.");
  expect(pair.mentee.main.text).not.toContain("Break the ice");

  await publish(coordinator, id, "First conversation", "Sit down.");
  await coordinator.follow("Version 1");
  await coordinator.press("Bring it back as a draft");
  expect(coordinator.main.text).toContain("Partners read version 2.");
  await coordinator.follow("The society’s guidance");
  expect(coordinator.main.text).toContain("Break the ice");
  for (const page of ["", "/versions/0"])
    expect((await coordinator.get(`/admin/programmes/${other.id}/texts/contract${page}`)).status).toBe(404);
  await Promise.all([close(), other.close()]);
});

test("staff put the society’s guidance into their own words, a programme’s own goes before it, and ours comes back", async () => {
  const [staff, { id: programmeId, at, close }] = [await given.staff(), await opened(1)];
  const [inside, outside] = [await pairIn(programmeId, at), await given.partners(at)];
  const readGuidance = async ({ id, mentee }: { id: string; mentee: Member }) => {
    await mentee.visit(`/relationships/${id}/first-conversation`);
    return mentee.main.text;
  };
  const ours = await readGuidance(outside);
  for (const text of [ours, await readGuidance(inside)]) expect(text).toContain("Break the ice");

  await staff.visit("/admin/content");
  await staff.follow("First conversation");
  expect(staff.value("Text")).toContain("## Break the ice");
  staff.fill("Title", "Where to begin");
  staff.fill("Text", "Half an hour.\n\n## A walk\n\nTell your {{mentee}} about it.");
  await staff.press(/^Preview$/);
  expect(staff.part("region", "Preview").text).toContain("Tell your mentee about it.");
  await staff.press("Save draft");
  expect(await readGuidance(outside)).toBe(ours);
  await staff.press(/^Publish$/);
  expect(staff.status).toContain("Published.");
  for (const pair of [inside, outside]) {
    expect(await readGuidance(pair)).toContain("Tell your mentee about it.");
    expect([pair.mentee.has("heading", "Where to begin"), pair.mentee.has("heading", "A walk")]).toEqual([true, true]);
  }
  await publish(staff, programmeId, "First conversation", "Talk in the garden.");
  expect(await readGuidance(inside)).toContain("Talk in the garden.");
  expect(await readGuidance(outside)).toContain("Tell your mentee about it.");

  await staff.visit("/admin/content/first-conversation");
  await staff.follow("The text that comes with the product");
  await staff.press("Bring it back as a draft");
  expect(await readGuidance(outside)).toContain("Tell your mentee about it.");
  await staff.press(/^Publish$/);
  expect(await readGuidance(outside)).toBe(ours);
  expect(await readGuidance(inside)).toContain("Talk in the garden.");
  await close();
});
