import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findLargeReads, listLargeColumns } from "./large-values";
import { makeSource, readSources } from "./source-file";

const schema = readSources([".prisma"], "prisma/schema")
  .map(({ path }) => readFileSync(path, "utf8"))
  .join("\n");
const large = listLargeColumns(schema);

test("bytes are kept in these columns", () => {
  expect(large.map(({ table, columns }) => `${table}: ${columns.join(", ")}`).sort()).toEqual([
    "film_pieces: bytes",
    "logos: image",
    "pictures: small, large",
    "register_imports: file",
    "support_attachments: picture, pdf",
  ]);
});

test("bytes are read only where they are shown or worked with", () => {
  expect(findLargeReads(readSources([".ts"], "lib"), large)).toEqual([]);
});

describe("the rule finds", () => {
  const found = (text: string, path = "lib/staff/support/load.ts") => findLargeReads([makeSource(path, text)], large);

  test.each([
    "db().supportAttachment.findMany({ where: { requestId } })",
    "db().supportAttachment.findMany({ where: { requestId }, select: { id: true, pdf: true } })",
    "db().registerImport.update({ where: { id }, data: { state } })",
    '$queryRaw`SELECT a."name", a."pdf" FROM "support_attachments" a`',
    '$queryRaw`SELECT * FROM "pictures"`',
  ])("%s", (text) => expect(found(text)).toHaveLength(1));

  test.each([
    "db().supportAttachment.findMany({ where: { requestId }, select: { id: true, size: true } })",
    "db().registerImport.updateMany({ where: { id }, data: { state } })",
    '$queryRaw`SELECT a."name", a."pdf" IS NOT NULL AS "isPdf" FROM "support_attachments" a`',
  ])("nothing in %s", (text) => expect(found(text)).toEqual([]));
});
