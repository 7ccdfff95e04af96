import { expect, test } from "vitest";
import { dayOf } from "@/lib/foundation/dates";
import { readNow } from "@/lib/people/auth/now";
import { closeUp, readPdf } from "./files";
import { given } from "./given";
import { nameOf } from "./words";

// The society's board: the numbers of a period on one page. Who is told of it is named in the story of an intake.

test("staff read the board of a period, follow a number to its people, and take it as a PDF", async () => {
  const [staff, { mentee, mentor }] = [await given.staff(), await given.partners()];
  const today = dayOf(await readNow(), "Europe/London");
  await staff.visit("/admin/reports");
  await staff.main.follow("The society’s board");
  expect(staff.find("link", "Last month").getAttribute("aria-current")).toBe("true");
  await staff.follow("Last quarter");
  expect(staff.find("link", "Last quarter").getAttribute("aria-current")).toBe("true");

  staff.fill("First day", today);
  staff.fill("Last day", today);
  await staff.press("Show these days");
  expect(staff.main.text).toContain("Of the proposals sent in the period, those that were accepted by today.");
  expect(staff.has("img", "Supply and demand by topic")).toBe(true);
  const file = await staff.save("Download this board as PDF");
  expect(file.name).toBe(`board-${today}-to-${today}.pdf`);
  const { text } = await readPdf(file);
  for (const words of ["Members taking part", "Proposals sent:", "What silence cost", "Supply and demand by topic"])
    expect(text).toContain(closeUp(words));

  await staff.follow(nameOf(staff.find("link", /: Pairs that began, in the period$/)));
  expect(staff.path).toBe("/admin/relationships");
  expect(staff.has("link", new RegExp(`${mentee.name} and ${mentor.name}`))).toBe(true);

  await staff.visit("/admin/audit");
  expect(staff.main.text).toContain("downloaded the society’s board");
  await staff.visit("/admin/board?from=2026-03-01&to=2026-02-01");
  expect(staff.alert).toContain("The first day is after the last day. The last month is shown below.");
  for (const path of ["/admin/board", "/admin/board/download"]) expect((await mentee.get(path)).status, path).toBe(404);
});

test("one press leads from the board to a letter to mentors nobody has asked, and from a topic to those who could offer it", async () => {
  const staff = await given.staff();
  await staff.visit("/admin/board");
  await staff.follow("Write to mentors nobody has asked");
  expect(staff.text).toContain("To: Mentors to whom nobody has ever sent a proposal.");
  // Which topics are short depends on who else is there; that the board leads here from each of them, a test of the component says.
  await staff.visit("/admin/letters/new?couldOffer=1");
  expect(staff.text).toMatch(/To: Mentors who could offer .+ but have no free place for it so far\./);
  expect(staff.value("Subject")).toMatch(/^Could you help with .+\?$/);
  await staff.press("Save draft and preview");
  expect(staff.status).toContain("Saved as a draft");
});
