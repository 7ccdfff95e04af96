-- For the nightly job, which empties old mails: those that still say to whom they went, the oldest first.
CREATE INDEX CONCURRENTLY "mails_to_empty" ON "mails" ("createdAt", "key") WHERE "toAddress" IS NOT NULL AND "status" <> 'waiting';
