import { expect, test } from "vitest";
import { send } from "@/lib/pairing/conversations/commands";
import { readNow } from "@/lib/people/auth/now";
import { viewerOf } from "@/testing/people";
import { file, photograph } from "./files";
import { given, type Member } from "./given";

// A member asks for help, staff answer.

const NO_PDF = file("proof.pdf", "application/pdf", "<script>alert(1)</script>");
const PDF = file("letter.pdf", "application/pdf", "%PDF-1.7 a letter");

/** By what a request is called, on the page of whoever asked. */
function referenceOn(person: Member): string {
  const [reference = ""] = /H-[2-9A-Z]{5}/.exec(person.main.text) ?? [];
  expect(reference).not.toBe("");
  return reference;
}

async function search(staff: Member, reference: string): Promise<void> {
  await staff.visit("/admin/support");
  staff.fill("Or by reference", reference);
  await staff.press("Show");
}

test("a member asks with a picture and chosen messages, staff answer, and it goes on until it is solved", async () => {
  const [{ id, mentee, mentor }, helen] = [await given.partners(), await given.staff()];
  for (const [by, words] of [
    [mentee, "Shall we meet on Monday?"],
    [mentor, "That was no kind answer"],
    [mentee, "Something between us alone"],
  ] as const)
    await send(viewerOf(by.member), { relationshipId: id, key: crypto.randomUUID(), words }, await readNow());
  const story = "See the message that I ticked.\nIt happened twice.";
  await mentee.visit(`/relationships/${id}`);
  await mentee.follow("Tell the society");
  expect(mentee.isTicked("My mentoring relationship")).toBe(true);
  mentee.fill("In a few words", "He is not kind");
  mentee.fill("What happened", story);
  mentee.tick(/That was no kind answer/);
  mentee.attach("Files (optional)", await photograph("what I saw.jpg"), NO_PDF);
  await mentee.press("Send");

  // A file that is not what it calls itself: nothing is sent, and nothing is lost.
  expect(mentee.alert).toContain("“proof.pdf” is neither a JPEG, PNG or WebP picture nor a PDF.");
  expect(mentee.value("What happened")).toBe(story);
  expect(mentee.value("In a few words")).toBe("He is not kind");
  expect(mentee.isTicked(/That was no kind answer/)).toBe(true);
  mentee.attach("Files (optional)", await photograph("what I saw.jpg"), PDF);
  await mentee.press("Send");
  expect(mentee.status).toContain("We have your request");
  expect(mentee.main.text).toContain("That was no kind answer");
  const [reference, address] = [referenceOn(mentee), mentee.path];

  await search(helen, reference);
  await helen.follow(/He is not kind/);
  expect(helen.part("region", /chose to show/).text).toContain("That was no kind answer");
  expect(helen.main.text).not.toContain("Something between us alone");
  const picture = helen.main.select("ol img")[0]?.getAttribute("src") ?? "";
  const shown = await helen.get(picture);
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(shown.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  const { headers } = await helen.get(helen.address(/letter\.pdf/));
  expect(headers.get("content-disposition")).toContain("attachment");
  expect((await mentor.get(picture)).status).toBe(404);
  await helen.press("Handle this request");
  expect(helen.status).toContain("You are handling this request now.");
  helen.fill("Your note", "Spoke with the other one before");
  await helen.press("Save note");
  expect(helen.status).toContain("Only staff can read it.");
  expect(helen.main.text).toContain("Spoke with the other one before");
  await helen.press("Send answer");
  expect(helen.alert).toContain("Write an answer, or mark the request as solved.");
  helen.fill("Your answer", "Shall we speak with him for you?");
  await helen.press("Send answer");
  expect(helen.status).toContain("We have told the member");

  await mentee.visit("/notifications");
  await mentee.press(new RegExp(`${reference} has an answer`));
  expect(mentee.path).toBe(address);
  expect(mentee.main.text).toContain("Shall we speak with him for you?");
  expect(mentee.main.text).not.toContain("Spoke with the other one");
  mentee.fill("Your message", "Yes, please.");
  await mentee.press("Send");
  expect(mentee.status).toContain("with us again");

  // Meanwhile somebody of the staff has the page as it was before: what they type is kept, and not sent unseen.
  helen.fill("Your answer", "Then I do nothing.");
  helen.tick("Mark the request as solved");
  await helen.press("Send answer");
  expect(helen.alert).toContain("Somebody else has written here since you opened the page");
  expect(helen.value("Your answer")).toBe("Then I do nothing.");
  helen.fill("Your answer", "I have spoken with him.");
  await helen.press("Send answer");
  expect(helen.status).toContain("marked as solved");
  await mentee.visit("/support");
  expect(mentee.around("listitem", reference).text).toContain("solved");
  await mentee.follow("He is not kind");
  expect(mentee.main.text).toContain("I have spoken with him.");
  expect(await mentor.visit(address)).toBe(404);
});

test("a complaint about somebody of the staff is not there for them", async () => {
  const [member, concerned, other] = [await given.member(), await given.admin(), await given.staff()];
  // Somebody without any role can ask too, from the foot of any page.
  await member.visit("/faq");
  await member.part("contentinfo").follow("Help");
  expect(member.path).toBe("/support");
  member.tick("A complaint");
  member.fill("In a few words", "I was told to go away");
  member.fill("What happened", "On the telephone.");
  member.choose(/who is it/, `${concerned.name} (staff)`);
  await member.press("Send");
  expect(member.main.text).toContain(`but ${concerned.name}, whom it is about, cannot`);
  const [reference, desk] = [referenceOn(member), `/admin${member.path}`];

  await search(concerned, reference);
  expect(concerned.main.text).toContain("No such request");
  expect(await concerned.visit(desk)).toBe(404);
  await search(other, reference);
  await other.follow(/I was told to go away/);
  expect(other.path).toBe(desk);
  expect(other.main.text).toContain(`About ${concerned.name}, who is not told about it.`);
  expect(await member.visit(desk)).toBe(404);
});
