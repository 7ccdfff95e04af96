-- Further columns of the register that staff chose to keep, by their headings.
ALTER TABLE "register_entries" ADD COLUMN     "further" JSONB;
ALTER TABLE "register_import_rows" ADD COLUMN     "further" JSONB;
