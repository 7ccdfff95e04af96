import { expect, test } from "vitest";
import { closeAll } from "@/lib/pairing/relationships/commands";
import { readNow } from "@/lib/people/auth/now";
import { begin } from "../partners";
import { closeUp, readPdf } from "./files";
import { given } from "./given";
import type { Person } from "./person";

// What two partners sign, from the first word to the printed page.

async function sign(person: Person, name: string): Promise<void> {
  person.fill("Type your name", name);
  await person.press("Sign");
}

const paper = (person: Person) => person.part("article", /contract/i);

test("both sign by typing their names; then it is printable, and a PDF", async () => {
  const surname = String(Date.now());
  const mentee = await given.mentee({}, { name: `Łucja Żółć ${surname}` });
  const mentor = await given.mentor({}, { name: `Seán O’Connor <b>${surname}</b>` });
  const id = await begin(mentee.member, mentor.member);

  await mentee.visit("/relationships");
  mentee.unfold("Tools");
  await mentee.follow("Contract");
  expect(mentee.heading).toBe("Contract");
  expect(paper(mentee).text).toContain(mentor.name);
  for (const clause of ["What it is for", "What stays between us", "Ending early", "If something goes wrong"])
    expect(paper(mentee).has("heading", clause), clause).toBe(true);
  expect(mentee.main.text).toContain(`Only you and ${mentor.name} can read this.`);

  await sign(mentee, mentor.name);
  expect(mentee.alert).toContain(`Type your full name as we know it: ${mentee.name}`);
  await sign(mentee, `lucja zolc ${surname}`);
  expect(mentee.status).toContain("You have signed. We have told your partner");
  expect(mentee.has("button", "Sign")).toBe(false);
  expect(mentee.has("link", /PDF/)).toBe(false);
  expect(await mentee.visit(`/relationships/${id}/contract/1`)).toBe(404);

  await mentor.visit("/notifications");
  await mentor.press(/has signed the contract between you/);
  expect(mentor.path).toBe(`/relationships/${id}/contract`);
  expect(mentor.main.text).toContain(`${mentee.name} has signed. Now it is your turn.`);
  expect(paper(mentor).text).toContain(`lucja zolc ${surname}`);
  await sign(mentor, mentor.name);
  expect(mentor.status).toContain("the contract is complete");

  await mentee.visit("/notifications");
  expect(mentee.main.text).toContain(`${mentor.name} has signed too: your contract is complete.`);

  await mentor.follow("Print version");
  expect(mentor.heading).toBe("Mentoring contract");
  expect(paper(mentor).text).toContain(`lucja zolc ${surname}`);
  const saved = await mentor.save("Download as PDF");
  expect(saved.name).toBe("mentoring-contract-1.pdf");
  const { text, info } = await readPdf(saved);
  expect(info).toMatchObject({ Title: "Mentoring contract", Language: "en-GB" });
  for (const words of [mentee.name, mentor.name, `Signed by lucja zolc ${surname} (mentee)`])
    expect(text).toContain(closeUp(words));

  const outsider = await given.mentor();
  for (const path of ["contract", "contract/1", "contract/1/pdf"])
    expect((await outsider.get(`/relationships/${id}/${path}`)).status, path).toBe(404);
});

test("an ended relationship: what was signed can be read and printed, and nothing signed", async () => {
  const { id, mentee, mentor } = await given.partners();
  for (const one of [mentor, mentee]) await one.visit(`/relationships/${id}/contract`);
  await sign(mentee, mentee.name);
  expect(mentee.status).toContain("You have signed.");
  await closeAll(mentee.member.id, await readNow());
  await sign(mentor, mentor.name);
  expect(mentor.alert).toContain("This relationship has ended");
  expect(mentor.has("button", "Sign")).toBe(false);
  expect(paper(mentor).text).toContain("Not signed yet");
});
