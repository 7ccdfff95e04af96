import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { closeUp, readPdf, wordsIn } from "./files";
import { given } from "./given";

// A member's own record of professional development.

async function dayIn(days: number): Promise<string> {
  return dayOf(addDays(await readNow(), days, "Europe/London"), "Europe/London");
}

test("after a meeting a member writes, and the year adds up, on the page and in files", async () => {
  const { mentee, mentor } = await given.partners();
  await mentee.visit("/relationships");
  await mentee.follow("CPD record");
  expect(mentee.heading).toBe("CPD record");
  expect(mentee.main.text).toContain("Structured CPD is what serves the learning objectives");

  await mentee.follow("Write a reflection");
  expect(mentee.main.text.split("Only you can read this.")).toHaveLength(2);
  mentee.fill("Day", await dayIn(3));
  mentee.fill("How long", "an hour");
  mentee.fill("What was done", "=SUM(1)\nWe talked about asking.");
  await mentee.press("Save");
  expect(mentee.alert).toContain("Enter the minutes as a number from 1 to 1440.");
  expect(mentee.alert).toContain("Choose how you count it.");
  expect(mentee.value("What was done")).toBe("=SUM(1)\nWe talked about asking.");
  mentee.fill("How long", "90");
  mentee.tick(/^Structured/);
  await mentee.press("Save");
  expect(mentee.alert).toContain("Choose today or an earlier day");
  mentee.fill("Day", await dayIn(0));
  await mentee.press("Save");
  expect(mentee.status).toContain("Your reflection is saved. Only you can read it.");
  expect(mentee.main.text).toContain("1 reflection, 1 hour 30 minutes in all (90 minutes)");
  expect(mentee.main.text).toContain(`with ${mentor.name}`);

  await mentee.follow("Write a reflection");
  await mentee.follow("Write freely in one box instead");
  mentee.fill("How long", "30");
  mentee.fill("Your reflection", "It all came together. Ľúbim to.");
  mentee.tick(/^Unstructured/);
  await mentee.press("Save");
  expect(mentee.main.text).toContain(
    "2 reflections, 2 hours in all (120 minutes): 1 hour 30 minutes structured, 30 minutes unstructured.",
  );

  const csv = wordsIn(await mentee.save("Download as CSV"));
  expect(csv).toContain(`"'=SUM(1)\nWe talked about asking."`);
  expect(csv).not.toContain(mentor.name);
  mentee.tick("Include my partners’ names");
  expect(wordsIn(await mentee.save("Download as CSV"))).toContain(mentor.name);
  const saved = await mentee.save("Download as PDF");
  expect(saved.name).toMatch(/^cpd-record-\d{4}\.pdf$/);
  const { text } = await readPdf(saved);
  for (const words of ["120 minutes", "It all came together. Ľúbim to.", mentor.name]) expect(text).toContain(closeUp(words));
});

test("a reflection is changed and, when that is confirmed, deleted, by its writer alone", async () => {
  const [mentee, outsider] = [await given.mentee(), await given.mentee()];
  await mentee.visit(`/cpd/new?form=free&minutes=45&on=${await dayIn(-1)}`);
  expect(mentee.value("How long")).toBe("45");
  mentee.fill("Your reflection", "A first thought.");
  mentee.tick(/^Unstructured/);
  await mentee.press("Save");
  await mentee.follow(/^Change/);
  const address = mentee.path;
  mentee.fill("Your reflection", "A second thought.");
  await mentee.press("Save");
  expect(mentee.main.text).toContain("A second thought.");
  for (const path of [address, `${address}/delete`]) expect(await outsider.visit(path), path).toBe(404);

  await mentee.visit(address);
  await mentee.follow("Delete");
  expect(mentee.heading).toBe("Delete this reflection?");
  await mentee.press("Delete");
  expect(mentee.status).toContain("Your reflection is deleted.");
  expect(mentee.text).not.toContain("A second thought.");
  expect(await mentee.visit(address)).toBe(404);
});
