-- Alone in its migration, because it is built while the previous release is serving.
CREATE INDEX CONCURRENTLY "register_import_rows_importId_keeps_idx" ON "register_import_rows"("importId", "keeps");
