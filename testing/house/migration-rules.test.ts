import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findUnsafeMigrations } from "./migration-rules";

const FIRST = { name: "20261121000000_first", sql: 'CREATE TABLE "members" ("id" UUID);' };
const breaches = (sql: string) => findUnsafeMigrations([FIRST, { name: "20270101000000_next", sql }]);

test("the migrations of the repository only add while the code before them still serves", () => {
  const names = readdirSync("prisma/migrations", { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const migrations = names.map((name) => ({ name, sql: readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8") }));
  expect(migrations.length).toBeGreaterThan(20);
  expect(findUnsafeMigrations(migrations)).toEqual([]);
});

test.each([
  ['DROP TABLE "members";', "drops"],
  ['ALTER TABLE "members" DROP COLUMN "name";', "drops a column"],
  ['ALTER TABLE "members" RENAME COLUMN "name" TO "fullName";', "renames"],
  ['ALTER TABLE "members" RENAME TO "people";', "renames"],
  ['ALTER TABLE "members" ALTER COLUMN "name" SET DATA TYPE TEXT;', "changes a type"],
  ['ALTER TABLE "members" ALTER COLUMN "name" SET NOT NULL;', "asks for a value"],
  ['ALTER TABLE "members" ALTER COLUMN "name" DROP DEFAULT;', "relies on"],
  ['ALTER TABLE "members" ADD COLUMN "age" INTEGER NOT NULL;', "give it a default"],
  ['ALTER TABLE "members" ADD COLUMN "a" TEXT DEFAULT \'x\', ADD COLUMN "age" INTEGER NOT NULL;', "give it a default"],
  ['CREATE INDEX "members_name" ON "members" ("name");', "CONCURRENTLY"],
  ['CREATE UNIQUE INDEX "members_name" ON "members" ("name");', "may refuse rows"],
  ['ALTER TABLE "members"\n  ADD CONSTRAINT "members_name" CHECK ("name" <> \'\');', "NOT VALID"],
  ['UPDATE "members" SET "name" = \'x\';', "in batches"],
  [`DO $$ BEGIN UPDATE "members" SET "name" = 'x'; END $$;`, "COMMIT"],
  [
    'ALTER TABLE "members" ADD COLUMN "a" TEXT; CREATE TRIGGER "t" BEFORE INSERT ON "cards" FOR EACH ROW EXECUTE FUNCTION f();',
    "its own",
  ],
  ["LOCK TABLE members IN EXCLUSIVE MODE;", "locks"],
])("%s is told of", (sql, why) => {
  expect(breaches(`-- What it does.\n${sql}`)).toEqual([expect.stringContaining(why)]);
});

test.each([
  'CREATE TABLE "cards" ("id" UUID NOT NULL); CREATE UNIQUE INDEX "c" ON "cards" ("id"); ALTER TABLE "cards" ADD CONSTRAINT "x" CHECK (true);',
  'ALTER TABLE "members" ADD COLUMN "age" INTEGER, ADD COLUMN "isTall" BOOLEAN NOT NULL DEFAULT false;',
  'ALTER TABLE "members" ALTER COLUMN "name" DROP NOT NULL;',
  'ALTER TABLE "members" ADD COLUMN "a" TEXT; CREATE TRIGGER "t" BEFORE INSERT ON "members" FOR EACH ROW EXECUTE FUNCTION f();',
  'CREATE INDEX CONCURRENTLY "members_name" ON "members" ("name");',
  'ALTER TABLE "members" ADD CONSTRAINT "members_name" CHECK ("name" <> \'\') NOT VALID;',
  'DROP INDEX "members_name";',
  `DO $$ BEGIN LOOP UPDATE "members" SET "name" = 'x'; COMMIT; END LOOP; END $$;`,
  "-- DROP TABLE is only spoken of here.\nCREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE x SET y = 1; $$;",
])("%s is fine", (sql) => {
  expect(breaches(sql)).toEqual([]);
});

test("nobody was there before the first society, but what breaks code was never right", () => {
  const early = (sql: string) => findUnsafeMigrations([FIRST, { name: "20261122000000_early", sql }]);
  expect(early('CREATE INDEX "members_name" ON "members" ("name");')).toEqual([]);
  expect(early('ALTER TABLE "members" DROP COLUMN "name";')).toHaveLength(1);
});
