import { expect, test } from "vitest";
import { begin } from "../partners";
import { people } from "../people";
import { given, type Member } from "./given";

async function ask(mentee: Member, mentorId: string): Promise<void> {
  await mentee.visit(`/mentors/${mentorId}/proposal`);
  mentee.fill("Objectives", "A plan for the year.");
  await mentee.press("Send proposal");
  expect(mentee.status).toContain("on its way");
}

const search = (mentee: Member, name: string) => mentee.visit(`/mentors?q=${encodeURIComponent(name)}`);

test("the list says how many more can be asked, marks who was asked, and invites nobody to what would be refused", async () => {
  const mentee = await given.mentee();
  const [first, second, third, other] = [
    ...[await people.mentor({ capacity: 2 }), await people.mentor(), await people.mentor()],
    await people.mentor(),
  ] as const;
  await mentee.visit("/mentors");
  expect(mentee.main.text).toContain("You can ask up to 3 at once");
  await ask(mentee, first.id);
  await search(mentee, first.name);
  expect(mentee.main.text).toContain("You have a proposal waiting for a reply, and can ask 2 more.");
  expect(mentee.main.text).toContain("You have asked them, and they have not replied yet.");
  expect(mentee.has("link", `Send proposal to ${first.name}`)).toBe(false);
  await search(mentee, other.name);
  expect(mentee.has("link", `Send proposal to ${other.name}`)).toBe(true);

  await ask(mentee, second.id);
  await ask(mentee, third.id);
  await search(mentee, other.name);
  expect(mentee.main.text).toContain("You have 3 proposals waiting for a reply, as many as you can have at once.");
  expect(mentee.has("link", `Send proposal to ${other.name}`)).toBe(false);
  await mentee.follow(other.name);
  expect(mentee.main.text).toContain("You have reached the limit of unanswered proposals.");
  expect(mentee.has("link", "Send proposal")).toBe(false);
});

test("who has a mentor is told so, and sees which one it is", async () => {
  const [mentee, mentor, other] = [await given.mentee(), await people.mentor({ capacity: 2 }), await people.mentor()];
  await begin(mentee.member, mentor);
  await search(mentee, mentor.name);
  expect(mentee.main.text).toContain("You have a mentor, so you cannot ask anybody else at the moment.");
  expect(mentee.main.text).toContain("Your mentor.");
  await mentee.follow(/^Open your relationship/);
  expect(mentee.heading).toContain(mentor.name);
  await search(mentee, other.name);
  expect(mentee.has("link", `Send proposal to ${other.name}`)).toBe(false);
});
