-- Pairs who have agreed on a pause, few of all: staff list them, and count their silence from its end.
CREATE INDEX CONCURRENTLY "check_ins_paused" ON "check_ins" ("pausedUntil", "relationshipId") WHERE "pausedUntil" IS NOT NULL;
