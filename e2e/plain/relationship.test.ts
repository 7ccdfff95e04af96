import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { readNow } from "@/lib/people/auth/now";
import { given } from "./given";

// The dashboard, the first conversation, going on and ending.

const dayIn = async (days: number) => dayOf(addDays(await readNow(), days, "Europe/London"), "Europe/London");

test("two partners hold their first conversation, and each sees where they stand", async () => {
  const { mentee, mentor } = await given.partners();
  await mentee.visit("/");
  await mentee.part("navigation", "Main").follow("Relationships");
  await mentee.part("heading", mentor.name).follow(mentor.name);
  expect(mentee.heading).toBe(`You and ${mentor.name}`);
  await mentee.part("region", "Hold your first conversation").follow(/./);
  expect(mentee.has("heading", "Break the ice")).toBe(true);

  mentee.fill("When did you talk?", await dayIn(2));
  await mentee.press("Yes, we have talked");
  expect(mentee.text).toContain("That day is still to come");
  mentee.fill("When did you talk?", await dayIn(0));
  await mentee.press("Yes, we have talked");
  expect(mentee.status).toContain("you have held your first conversation");
  expect(mentee.has("heading", "Sign your contract")).toBe(true);

  await mentor.visit("/notifications");
  expect(mentor.text).toContain(`${mentee.name} has noted that you held your first conversation`);
});

test("the tools are in a menu beside the partner, without scripts", async () => {
  const { id, mentee, mentor } = await given.partners();
  await mentor.visit("/relationships");
  const links = mentor.part("navigation", `You and ${mentee.name}`);
  for (const name of [/^Messages/, /^Details/]) expect(links.has("link", name)).toBe(true);
  expect(links.has("link", /^SWOT/)).toBe(false);
  links.unfold("Tools");
  for (const name of [/^First conversation/, /^Meetings/, /^SWOT/, /^G-STAR/, /^Goals/, /^Contract/])
    expect(links.has("link", name)).toBe(true);
  await links.follow(/^Goals/);
  expect(mentor.path).toBe(`/relationships/${id}/goals`);
});

test("the first conversation keeps its button beside every other step, until it has been held", async () => {
  const { id, mentee, mentor } = await given.partners();
  await mentee.visit(`/relationships/${id}`);
  mentee.choose("Carry on for", "6");
  await mentee.press(/^Ask /);
  await mentor.visit(`/relationships/${id}`);
  expect(mentor.has("heading", `${mentee.name} would like to carry on`)).toBe(true);
  await mentor.main.part("region", `${mentee.name} would like to carry on`).follow("First conversation");
  expect(mentor.heading).toBe("First conversation");
});

test("both agree to go on", async () => {
  const { id, mentee, mentor } = await given.partners();
  const { agreedUntil } = await db().relationship.findUniqueOrThrow({ where: { id } });
  await mentee.visit(`/relationships/${id}`);
  mentee.choose("Carry on for", "6");
  await mentee.press(`Ask ${mentor.name}`);
  expect(mentee.status).toContain("You both have to agree");
  expect(mentee.has("button", "Take it back")).toBe(true);

  await mentor.visit("/notifications");
  await mentor.press(new RegExp(`${mentee.name} would like to go on until`));
  expect(mentor.has("heading", `${mentee.name} would like to carry on`)).toBe(true);
  await mentor.press("Carry on");
  expect(mentor.status).toContain("Your mentoring carries on");
  const extended = await db().relationship.findUniqueOrThrow({ where: { id } });
  expect(extended.agreedUntil.getTime()).toBeGreaterThan(agreedUntil.getTime() + 150 * 86_400_000);
});

test("either may end it, with a reason that the partner does not see; then it is read-only to both", async () => {
  const { id, mentee, mentor } = await given.partners();
  await mentor.visit(`/relationships/${id}`);
  await mentor.follow(/^End relationship/);
  expect(mentor.text).toContain("you can both still read everything");
  mentor.fill(/Why are you ending it/, "My work takes me abroad.");
  await mentor.press("End relationship");
  expect(mentor.status).toContain("This relationship has ended");
  expect(mentor.text).toContain("You ended this relationship.");

  await mentee.visit(`/relationships/${id}`);
  expect(mentee.text).toContain(`${mentor.name} ended this relationship.`);
  expect(mentee.text).not.toContain("abroad");
  expect(mentee.has("link", /^End relationship/)).toBe(false);
  await mentee.visit(`/relationships/${id}/end`);
  expect(mentee.path).toBe(`/relationships/${id}`);
});

test("for everybody else it is not there", async () => {
  const [{ id }, outsider] = [await given.partners(), await given.mentee()];
  for (const place of ["", "/end", "/first-conversation"])
    expect(await outsider.visit(`/relationships/${id}${place}`), place).toBe(404);
});
