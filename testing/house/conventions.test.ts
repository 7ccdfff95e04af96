import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FACTS } from "@/lib/society/audit/phrases";
import { findOpenStaffActions, findUnguardedStaffPages } from "./area-rules";
import { findUnguardedActions, findUnguardedApi, findUnguardedCrons, findUnguardedRoutes } from "./door-rules";
import { findUnsaidFacts, listWrittenFacts } from "./fact-rules";
import { findBrokenHabits } from "./habit-rules";
import { findFileCycles, findFolderCycles, findImportBreaches, listPureFiles, WINGS } from "./import-rules";
import { findIdleExceptions, findOtherLinks, findPlainForms, findPlainLinks } from "./link-rules";
import { findForeignSealers, SEALERS } from "./sealing-rules";
import { listFiles, makeSource, readSources } from "./source-file";
import { findPrivateReads } from "./staff-rules";
import { findForeignWrites, findUnexpectedSpeakers, readTables } from "./write-rules";
import { WRITERS } from "./writers";

const sources = readSources([".ts", ".tsx"]);
const schema = readSources([".prisma"], "prisma/schema")
  .map((file) => file.text)
  .join("\n");

describe("the house holds", () => {
  test("imports go where they may", () => expect(findImportBreaches(sources)).toEqual([]));
  test("concepts of lib do not import each other in a circle", () => expect(findFolderCycles(sources)).toEqual([]));
  test("single files do not either", () => expect(findFileCycles(sources)).toEqual([]));
  test("only queries, commands and the foundation speak to the database", () =>
    expect(findUnexpectedSpeakers(sources)).toEqual([]));
  test("every table is written by its owners alone", () => expect(findForeignWrites(sources, schema)).toEqual([]));
  test("every table has its owners named, and no other", () =>
    expect(Object.keys(WRITERS).sort()).toEqual([...readTables(schema).values()].sort()));
  test("what is sealed is opened by its owners alone", () => {
    expect(findForeignSealers(sources)).toEqual([]);
    const sealing = sources.filter(({ imports }) =>
      imports.some(({ from }) => from === "lib/foundation/sealing/seal-and-open"),
    );
    expect([...SEALERS].filter((path) => !sealing.some((one) => one.path === path))).toEqual([]);
  });
  test("every fact of the audit trail has its phrase", () => {
    expect(findUnsaidFacts(sources, FACTS)).toEqual([]);
    // What the rule would miss if a way of writing facts escaped it.
    const written = new Set(listWrittenFacts(sources).map(({ fact }) => fact));
    const ways = [
      "sent",
      "ended",
      "signed-in",
      "registered",
      "joined",
      "made-unavailable",
      "contract-completed",
      "asked",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one in the source that is looked at
      "goal-${fact}",
    ];
    expect(ways.filter((fact) => !written.has(fact))).toEqual([]);
  });
  test("no query of staff reads what members wrote for each other", () =>
    expect(findPrivateReads(sources, readTables(schema))).toEqual([]));
  test("every page, file and action of staff asks who is there", () => {
    expect(findUnguardedStaffPages(sources)).toEqual([]);
    expect(findOpenStaffActions(sources)).toEqual([]);
    const page = (text: string) => makeSource("app/admin/x/page.tsx", text);
    const found = ["", 'await requireStaff("any");', 'await requireStaff("members");', "await requireStaff();"].map(
      (text) => findUnguardedStaffPages([page(text)]).length,
    );
    expect(found).toEqual([1, 1, 0, 0]);
    expect(findOpenStaffActions([makeSource("app/admin/x/actions.ts", "const a = formAction(")])).toHaveLength(1);
  });
  test("every server action goes through a door", () => expect(findUnguardedActions(sources)).toEqual([]));
  test("every scheduled route goes through cronRoute", () => expect(findUnguardedCrons(sources)).toEqual([]));
  test("every other route that changes something goes through a door", () => expect(findUnguardedRoutes(sources)).toEqual([]));
  test("other systems read through apiRoute alone", () => expect(findUnguardedApi(sources)).toEqual([]));
  test("a link to a page of ours changes the page alone", () => {
    expect(findPlainLinks(sources)).toEqual([]);
    expect(findOtherLinks(sources)).toEqual([]);
    expect(findPlainForms(sources)).toEqual([]);
    expect(findIdleExceptions(sources)).toEqual([]);
  });
  test("habits", () => expect(findBrokenHabits(sources)).toEqual([]));
});

describe("the papers hold", () => {
  const papers = readSources([".md"]);
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

  test("every command that they name is there", () => {
    const named = papers.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => ({ path, name })),
    );
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  test("every file that they name is there", () => {
    const named = papers.flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:app|components|demo|e2e|lib|prisma|scripts|bench|\.ci)\/[\w./()[\]-]*)`/g)].map(
        ([, name = ""]) => ({ path, name }),
      ),
    );
    expect(named.filter(({ name }) => !existsSync(name))).toEqual([]);
  });

  test("lib has its wings and nothing else, and lib/README.md leads through each of them", () => {
    expect(
      readdirSync("lib")
        .filter((name) => name !== "README.md")
        .sort(),
    ).toEqual([...WINGS].sort());
    const map = readFileSync("lib/README.md", "utf8");
    const concepts = listFiles("lib").flatMap((path) => /^lib\/(\w+\/[\w-]+)\//.exec(path)?.[1] ?? []);
    expect([...new Set(concepts)].filter((name) => !map.includes(`\`${name.split("/")[1]}/\``))).toEqual([]);
  });

  test("package-lock.json names the packages of every system", () => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

/** A rule that cannot fail is none: each is shown something that breaks it. */
describe("the rules themselves", () => {
  test.each([
    ["lib/staff/relationships/queries.ts", 'SELECT t."objectives" FROM "proposal_texts" t'],
    ["lib/staff/inbox/queries.ts", "db().message.findMany({ select: { body: true } })"],
    ["app/admin/members/page.tsx", 'SELECT "about" FROM "mentor_profiles"'],
    ["lib/staff/inbox/queries.ts", "db().proposal.findMany({ select: PROPOSAL_COLUMNS })"],
  ])("staff do not read it in %s with %s", (path, text) => {
    expect(findPrivateReads([makeSource(path, text)], readTables(schema))).toHaveLength(1);
    expect(findPrivateReads([makeSource("lib/pairing/proposals/queries.ts", text)], readTables(schema))).toEqual([]);
  });
  const decide = makeSource("lib/pairing/proposals/decide.ts", 'import { db } from "@/lib/foundation/db/client";');
  const commands = makeSource("lib/pairing/proposals/commands.ts", 'import { db } from "@/lib/foundation/db/client";');
  const client = makeSource("lib/foundation/db/client.ts", 'import pg from "pg";');
  const files = (path: string, text: string) => [makeSource(path, text), decide, commands, client];
  const aboutOf = (path: string, problems: string[]) => problems.filter((problem) => problem.startsWith(path));

  test.each([
    ["lib/people/members/queries.ts", 'import { Page } from "@/components/ui/page";', "may not import components/ui/page"],
    ["lib/people/members/queries.ts", 'import { PEOPLE } from "@/demo/people";', "may not import demo/people"],
    ["lib/people/members/queries.ts", 'import { run } from "../../pairing/proposals/commands";', "above it"],
    ["lib/people/members/queries.ts", 'import { formAction } from "@/lib/entrypoints/form-action";', "above it"],
    ["lib/people/members/queries.ts", 'const x = await import("@/lib/pairing/proposals/commands");', "above it"],
    ["lib/drawer/queries.ts", "", "none of the wings"],
    ["app/page.tsx", 'import { db } from "@/lib/foundation/db/client";', "may not import lib/foundation/db/client"],
    ["app/page.tsx", 'import { insertMember } from "@/testing/people";', "may not import testing/people"],
    ["components/card.tsx", 'import { run } from "@/lib/pairing/proposals/commands";', "lib/foundation/db/client is not pure"],
    ["components/card.tsx", 'import Page from "@/app/page";', "may not import app/page"],
    ["lib/pairing/proposals/access.ts", 'import { decide } from "./decide";', "lib/foundation/db/client is not pure"],
    ["lib/pairing/proposals/wording.ts", 'import { readFile } from "node:fs";', "node:fs is not pure"],
    ["lib/pairing/proposals/notices/index.ts", 'import { readFile } from "node:fs";', "node:fs is not pure"],
  ])("%s with %s", (path, text, problem) => {
    expect(aboutOf(path, findImportBreaches(files(path, text))).join()).toContain(problem);
  });

  test("types may be had from anywhere below", () => {
    expect(
      aboutOf(
        "lib/pairing/proposals/access",
        findImportBreaches(files("lib/pairing/proposals/access.ts", 'import type { A } from "./commands";')),
      ),
    ).toEqual([]);
  });

  test("mutants are made of what is pure, under whatever name, and of nothing else", () => {
    const [odd, odds] = ["lib/pairing/proposals/odd.ts", "lib/pairing/proposals/odd.test.ts"];
    const pure = (text: string) => listPureFiles([...files(odd, text), makeSource(odds, "")], "lib/pairing/proposals/");
    expect(pure('import type { A } from "./commands"; import { z } from "zod";')).toEqual([odd]);
    expect(pure('import { decide } from "./decide";')).toEqual([]);
    expect(listPureFiles(sources, "lib/pairing/proposals/")).toEqual(
      expect.arrayContaining(["lib/pairing/proposals/decide.ts"]),
    );
  });

  test("a circle of folders", () => {
    const one = makeSource("lib/people/members/queries.ts", 'import { a } from "@/lib/people/registration/commands";');
    const other = makeSource("lib/people/registration/commands.ts", 'import { b } from "../members/queries";');
    expect(findFolderCycles([one, other])[0]).toBe("people/members → people/registration → people/members");
  });

  test("a circle of files", () => {
    const one = makeSource("demo/one.ts", 'import type { B } from "./other";');
    const other = makeSource("demo/other.ts", 'import { a } from "./one";');
    expect(findFileCycles([one, other])).toEqual(["demo/one → demo/other → demo/one"]);
  });

  test.each([
    ["lib/people/members/commands.ts", "await db().proposal.update({ where })", "may not write proposals"],
    ["lib/people/members/commands.ts", "await db()\n    .mail.createMany({ data })", "may not write mails"],
    ["lib/pairing/matching/queries.ts", 'await sql`UPDATE "members" SET a = 1`', "may not write members"],
    ["lib/pairing/proposals/queries.ts", 'await sql`insert into "proposals" values (1)`', "may not write proposals"],
    ["lib/people/members/commands.ts", 'sql`INSERT INTO "mentor_listings" VALUES (1)`', "may not write mentor_listings"],
    ["app/page.tsx", 'sql`DELETE FROM "audit_events"`', "may not write audit_events"],
  ])("%s with %s", (path, text, problem) => {
    expect(findForeignWrites([makeSource(path, text)], schema).join()).toContain(problem);
  });

  test.each([
    ["app/admin/reports/page.tsx", 'import { tryOpen } from "@/lib/foundation/sealing/seal-and-open";'],
    ["lib/staff/reports/queries.ts", 'import { tryOpen } from "../../foundation/sealing/seal-and-open";'],
    ["lib/staff/reports/queries.ts", 'import { decrypt } from "@/lib/foundation/sealing/cipher";'],
    ["lib/mentoring/goals/queries.ts", 'import { decrypt } from "@/lib/foundation/sealing/cipher";'],
    ["app/api/route.ts", 'const x = await import("@/lib/foundation/sealing/seal-and-open");'],
  ])("opening what is sealed: %s %s", (path, text) => {
    expect(findForeignSealers([makeSource(path, text)])).toHaveLength(1);
  });

  test.each([
    `INSERT INTO "audit_events" ("at", "fact", "subject") SELECT now(), 'hushed', 'member' FROM x\``,
    `INSERT INTO "audit_events" SELECT f."fact" FROM (VALUES ('sent'), ('hushed')) AS f("fact")\``,
    'const audited = { at: now, fact: "hushed", subject: "settings" };',
    'const fact = isSo ? "sent" : "hushed"; // audit',
    'const audited = { fact: isSo\n ? "sent"\n : "hushed" };',
    'function decision(next: X, fact: string) {}\nreturn decision({ ...next, a: [1, 2] }, "hushed");',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one in the source that is looked at
    "function newsOf(kind: X, fact: string) {}\nnewsOf(kind, `hushed-${kind}`);",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so is this one
    "function newsOf<Kind extends string>(kind: Kind, fact: string) {}\nnewsOf(kind, `hushed-${kind}`);",
  ])("a fact without a phrase: %s", (text) => {
    expect(findUnsaidFacts([makeSource("lib/people/members/commands.ts", text)], { sent: "sent" })).toEqual([
      expect.stringContaining("writes the fact hushed"),
    ]);
  });

  test("a page or a rule that speaks to the database", () => {
    const speaker = 'import { db } from "@/lib/foundation/db/client";';
    const paths = ["app/page.tsx", "components/card.tsx", "lib/pairing/proposals/decide.ts", "lib/entrypoints/form-action.ts"];
    expect(findUnexpectedSpeakers(paths.map((path) => makeSource(path, speaker)))).toHaveLength(paths.length);
  });

  test.each([
    ["app/x/actions.ts", '"use server";\nexport async function take(form: FormData) {\n  await save(form);\n}'],
    [
      "app/x/actions.ts",
      '"use server";\nconst end = openAction(z, work);\nexport async function take(form: FormData) {\n  await save(form);\n  await end(form);\n}',
    ],
    ["app/x/actions.ts", '"use server";\nexport const take = async (form: FormData) => save(form);'],
    ["app/x/actions.ts", '"use server";\nexport { take } from "./work";'],
    ["app/x/actions.ts", "export const take = formAction(Input, work);"],
    ["app/x/page.tsx", 'async function take() {\n  "use server";\n}'],
  ])("an action beside the doors: %s %s", (path, text) => {
    expect(findUnguardedActions([makeSource(path, text)])).toHaveLength(1);
  });

  test("an action through a door", () => {
    const text =
      '"use server";\nconst end = openAction(z, work);\nexport const take = formAction(Input, work);\nexport async function leave(form: FormData): Promise<void> {\n  await end(UNTOUCHED, form);\n}';
    expect(findUnguardedActions([makeSource("app/x/actions.ts", text)])).toEqual([]);
  });

  test("a scheduled route beside its door", () => {
    const text = "export async function GET() {\n  return Response.json({});\n}";
    expect(findUnguardedCrons([makeSource("app/api/cron/tidy/route.ts", text)])).toHaveLength(1);
  });

  test.each([
    "export async function POST() {}",
    "export const POST = async () => new Response();",
    'export { POST } from "./work";',
    "export const { GET, DELETE } = handlers;",
  ])("a route that changes something beside the doors: %s", (text) => {
    expect(findUnguardedRoutes([makeSource("app/api/things/route.ts", text)])).toHaveLength(1);
    const through = "export const POST = mailLinkRoute(read, work);\nexport async function GET() {}";
    expect(findUnguardedRoutes([makeSource("app/api/things/route.ts", through)])).toEqual([]);
  });

  test.each([
    ["app/api/v1/things/route.ts", "export async function GET() {}"],
    ["app/api/v1/things/route.ts", "export const GET = apiRoute(asked, work);\nexport const POST = machineRoute(asked, work);"],
    ["app/api/v1/things/route.ts", 'export { GET } from "./work";'],
    ["app/admin/things/route.ts", "export const GET = apiRoute(asked, work);"],
  ])("a route for other systems beside its door: %s %s", (path, text) => {
    expect(findUnguardedApi([makeSource(path, text)])).toHaveLength(1);
    const through = "export const GET = apiRoute(asked, work);";
    expect(findUnguardedApi([makeSource("app/api/v1/things/route.ts", through)])).toEqual([]);
  });

  test.each([
    '<a href="/mentors">',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one in the source that is looked at
    "<a\n  className={`x`}\n  href={`/relationships/${id}`}\n>",
    '<a key="link" href={here} className="py-1">',
  ])("a plain link to a page of ours: %s", (tag) => {
    expect(findPlainLinks([makeSource("app/page.tsx", tag)])).toHaveLength(1);
    expect(findOtherLinks([makeSource("app/page.tsx", 'import Link from "next/link";')])).toHaveLength(1);
    expect(findOtherLinks([makeSource("app/page.tsx", 'import Form from "next/form";')])).toHaveLength(1);
  });

  test.each([
    ["<form>", 1],
    ['<form method="get" action="/mentors">', 1],
    ['<form\n  className="grid"\n  action="/mentors"\n>', 1],
    ["<form action={save}>", 0],
    ['<form className="grid" action={save} noValidate>', 0],
    ['<SearchForm href="/mentors">', 0],
  ])("a form that loads a document: %s", (tag, count) => {
    expect(findPlainForms([makeSource("app/page.tsx", tag)])).toHaveLength(count);
  });

  test.each([
    '<a href="#main">',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one in the source that is looked at
    "<a href={`mailto:${email}`}>",
    '<a href="/account/download" download>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so is this one
    "<a href={`${here}/meeting.ics`}>",
  ])("a link that stays plain: %s", (tag) => {
    expect(findPlainLinks([makeSource("app/page.tsx", tag)])).toEqual([]);
  });

  test.each([
    ["lib/utils/words.ts", ""],
    ["components/hooks/use-thing.ts", ""],
    ["lib/people/members/index.ts", ""],
    ["lib/people/members/index.ts", 'export * from "./queries";'],
    ["lib/people/members/queries.ts", "const now = new Date();"],
    ["lib/people/members/queries.ts", "const now = Date.now();"],
    ["lib/people/members/queries.ts", "db().member.findMany({ include: { mentorProfile: true } })"],
    ["lib/people/members/input.ts", "const id = z.uuid();"],
    ["lib/people/members/input.ts", "const id = z.guid('Which?');"],
    ["lib/people/members/queries.ts", "const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;"],
    ["lib/people/members/queries.ts", "const CURSOR = /^([0-9]+)_([0-9a-f-]{36})$/;"],
    ["lib/people/members/queries.ts", "const at = new Date(Number(text));"],
    ["lib/people/members/queries.ts", "const PLACE = /^(\\d{4}-\\d\\dT\\d\\dZ)_(\\d{1,18})$/;"],
    ["lib/people/members/queries.ts", "return `$" + "{last.at.getTime()}~$" + "{last.key}`;"],
    ["e2e/journey.spec.ts", `await page.${"waitFor"}Timeout(100)`],
    ["e2e/journey.spec.ts", 'expect(await page.getByRole("listitem").count()).toBe(2);'],
    ["e2e/journey.spec.ts", 'expect((await page.locator("main").textContent()) ?? "").toBe("");'],
    ["e2e/gallery/room.ts", 'await page.getByRole("button").click();\n  await page.evaluate(() => scrollTo(0, 0));'],
    ["components/ui/box.tsx", "useEffect(() => box.current?.focus(), [state]);"],
    ["lib/a.test.ts", `test.${"on"}ly("a", () => {})`],
    ["lib/a.ts", 'sql`SELECT FROM "members" m WHERE lower(m."email") = $1`'],
    ["app/a.ts", "email.toLocaleLowerCase()"],
    ["lib/a.ts", "entry.email.trim().toLowerCase() === typed"],
    ["lib/a.test.ts", `test.${"sk"}ip("a", () => {})`],
    ["lib/pairing/queue/queue.db.test.ts", `await db().$executeRaw\`${"TRUNC"}ATE "members" CASCADE\`;`],
  ])("a broken habit: %s %s", (path, text) => {
    expect(findBrokenHabits([makeSource(path, text)])).toHaveLength(1);
  });

  test("an index that puts something together is no broken habit", () => {
    const text = 'import { ASKING } from "./asking";\nexport const PROPOSAL_NOTICES = defineNotices({ ...ASKING });';
    expect(findBrokenHabits([makeSource("lib/pairing/proposals/notices/index.ts", text)])).toEqual([]);
  });
});
