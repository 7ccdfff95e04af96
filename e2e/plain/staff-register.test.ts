import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { file } from "./files";
import { given, type Member } from "./given";

// The society's register: uploaded, checked and imported whole. There is one register for everybody and one upload at a time,
// so no other file may upload one while these run.

const dropUploads = () => db().registerImport.deleteMany({ where: { finishedAt: null } });
beforeEach(async () => void (await dropUploads()));
afterEach(async () => void (await dropUploads()));

const REGISTER = "The register as a CSV file";
const csv = (text: string | Buffer, name = "members.csv") => file(name, "text/csv", text);

async function upload(staff: Member, register: File): Promise<void> {
  await staff.visit("/admin/register");
  staff.attach(REGISTER, register);
  await staff.press("Upload");
}

/** Says which columns are what, as they are found, and that those who left have lapsed. */
async function checkFile(staff: Member): Promise<void> {
  expect(staff.has("heading", "Which column is what?")).toBe(true);
  await staff.press("Continue");
  expect(staff.has("heading", "Which values mean a current member?")).toBe(true);
  staff.part("group", "Lapsed").tick("Left");
  await staff.press("Check the file");
}

/** The register as it is, so that nobody else's people lapse by it, with these rows instead. */
async function wholeRegister(rows: readonly string[]): Promise<string> {
  const numbers = new Set(rows.map((row) => row.split(";")[0]));
  const entries = await db().registerEntry.findMany({ select: { number: true, name: true, email: true, standing: true } });
  const kept = entries.filter(({ number }) => !numbers.has(number));
  const lines = kept.map(({ number, name, email, standing }) =>
    [number, name, email ?? "", standing === "current" ? "Paid" : "Left"].join(";"),
  );
  return ["Member No.;Full name;E-mail;Status", ...rows, ...lines].join("\r\n");
}

test("a register is uploaded, checked, mended and imported, and whoever lapses is nobody", async () => {
  const [staff, lapsing] = [await given.staff(), await given.mentee()];
  await lapsing.visit("/account");
  expect(lapsing.has("heading", "Edit Account")).toBe(true);

  await upload(staff, csv(await wholeRegister([`${lapsing.number};${lapsing.name};not-an-address;Left`, `;Nobody;;Paid`])));
  expect(staff.value("Membership number")).toMatch(/^Member No\./);
  await checkFile(staff);
  expect(staff.has("heading", "2 rows cannot be imported")).toBe(true);
  expect(staff.part("row", /^2 /).text).toContain("The e-mail address is not valid");
  expect(staff.part("row", /^3 /).text).toContain("No membership number");
  expect(staff.has("button", "Import this register")).toBe(false);
  expect(await (await staff.get(`${staff.path}/problems`)).text()).toContain("not-an-address");
  await staff.press("Import the other rows");
  expect(staff.text).toContain("Tick the box to import the other rows without these");
  await staff.press("Cancel this import");
  expect(staff.status).toContain("The import is cancelled.");

  await upload(staff, csv(await wholeRegister([`${lapsing.number};${lapsing.name};;Left`])));
  await checkFile(staff);
  expect(staff.has("heading", "Members who would lose access")).toBe(true);
  expect(staff.text).toContain(`${lapsing.name}, ${lapsing.number}`);
  await lapsing.reload();
  expect(lapsing.has("heading", "Edit Account")).toBe(true);
  await staff.press("Import this register");
  expect(staff.status).toContain("The register is imported.");
  expect(staff.has("heading", "What this import changed")).toBe(true);
  await lapsing.reload();
  expect(lapsing.path).toBe("/sign-in");
  await staff.visit("/admin/register");
  expect(staff.text).toContain(`by ${staff.name}`);
});

test("rows with problems are left out when staff say so, and come back corrected as a file of their own", async () => {
  const [staff, member] = [await given.staff(), await given.mentee()];
  await upload(staff, csv(await wholeRegister([`${member.number};${member.name};not-an-address;Paid`])));
  await checkFile(staff);
  expect(staff.has("heading", "One row cannot be imported")).toBe(true);
  staff.tick("Leave out the row with a problem");
  await staff.press("Import the other rows");
  expect(staff.status).toContain("The register is imported.");
  expect(staff.text).toContain("One row was left out.");
  const rest = await (await staff.get(`${staff.path}/problems`)).text();
  expect(rest).toContain("Member No.,Full name,E-mail,Status,Line,Problem");
  await member.visit("/account");
  expect(member.has("heading", "Edit Account")).toBe(true);

  await upload(staff, csv(rest.replace("not-an-address", "right@example.org")));
  staff.tick("The file holds only some of the members");
  await staff.press("Continue");
  await staff.press("Check the file");
  expect(staff.text).toContain("nobody lapses because they are missing from it");
  await staff.press("Import this register");
  expect(staff.status).toContain("The register is imported.");
  expect(await db().registerEntry.findUnique({ where: { number: member.number } })).toMatchObject({
    email: "right@example.org",
  });
});

test("staff choose the letters of a file by its names, and say whether numbers have lost their zeros", async () => {
  const staff = await given.staff();
  const rows = ["number,name,email", "000991,No\xe8l,", "992,Ji\xf8\xed,"].join("\n");
  await upload(staff, csv(Buffer.from(rows, "latin1")));
  expect(staff.has("heading", "Which names are right?")).toBe(true);
  await staff.press("Read it this way");
  expect(staff.text).toContain("Choose the line in which the names are right.");
  staff.tick(/Jiří/);
  await staff.press("Read it this way");
  expect(staff.text).toContain("Windows-1250");
  staff.tick("The file holds only some of the members");
  await staff.press("Continue");
  expect(staff.text).toContain("One membership number is shorter than the others.");
  await staff.press("Yes, put the zeros back");
  expect(staff.has("button", "Import this register")).toBe(true);
});

test("what is no register is refused in words, and a second upload waits for the first", async () => {
  const [staff, other] = [await given.staff(), await given.admin()];
  await upload(staff, csv("number,name\n"));
  expect(staff.text).toContain("The file has headings but no rows.");
  await upload(staff, csv(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "members.xlsx"));
  expect(staff.text).toContain("This is a spreadsheet.");
  await upload(staff, csv('number,name\n1,"never closed'));
  expect(staff.text).toContain("never closed");

  await other.visit("/admin/register");
  other.attach(REGISTER, csv("number,name\n123456,Ann"));
  await upload(staff, csv("number,name\n123456,Ann"));
  expect(staff.has("heading", "Which column is what?")).toBe(true);
  await other.press("Upload");
  // The page comes anew, and says it in the place of the form.
  expect(other.text).toMatch(/Finish or cancel that/);
  await other.visit("/admin/register");
  await other.follow("Continue with it");
  expect(other.has("heading", "Which column is what?")).toBe(true);
  await other.press("Cancel this import");
  expect(other.status).toContain("The import is cancelled.");
});
