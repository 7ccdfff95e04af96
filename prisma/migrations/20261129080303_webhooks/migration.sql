-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "events" TEXT[],
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "offAt" TIMESTAMPTZ(3),
    "offBecause" TEXT,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "memberId" UUID,
    "relationshipId" UUID,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "firstAttemptAt" TIMESTAMPTZ(3),
    "lastAttemptAt" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3),
    "lastAnswer" TEXT,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_deliveries_endpointId_happenedAt_id_idx" ON "webhook_deliveries"("endpointId", "happenedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_happenedAt_idx" ON "webhook_deliveries"("happenedAt");

-- CreateIndex
CREATE INDEX "webhook_deliveries_memberId_idx" ON "webhook_deliveries"("memberId");

-- CreateIndex
CREATE INDEX "webhook_deliveries_relationshipId_idx" ON "webhook_deliveries"("relationshipId");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_endpointId_key_key" ON "webhook_deliveries"("endpointId", "key");

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "webhook_endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_off"
  CHECK (("offAt" IS NULL) = ("offBecause" IS NULL) AND "offBecause" IN ('staff', 'gone'));
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_events" CHECK (cardinality("events") > 0
  AND "events" <@ ARRAY['member.registered', 'relationship.begun', 'relationship.met', 'relationship.completed', 'relationship.ended']);
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_state"
  CHECK ("state" IN ('waiting', 'delivered', 'given-up') AND ("state" = 'waiting') = ("nextAttemptAt" IS NOT NULL));
-- What the sweep looks for: as small as what is still to be delivered.
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries" ("endpointId", "nextAttemptAt", "id") WHERE "state" = 'waiting';

-- What happens is told in the transaction that makes it so. Where nobody listens, this reads an empty table.
CREATE FUNCTION tell_webhooks(what text, member uuid, relationship uuid, happened timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "webhook_deliveries" ("id", "endpointId", "key", "event", "memberId", "relationshipId", "happenedAt", "nextAttemptAt")
  SELECT gen_random_uuid(), e."id", what || ':' || coalesce(relationship, member), what, member, relationship, happened, happened
  FROM "webhook_endpoints" e WHERE e."offAt" IS NULL AND what = ANY (e."events")
  ON CONFLICT ("endpointId", "key") DO NOTHING
$$;

CREATE FUNCTION webhooks_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_webhooks('member.registered', NEW."id", NULL, NEW."createdAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "members_webhooks_new" AFTER INSERT ON "members"
  FOR EACH ROW WHEN (NEW."status" = 'active') EXECUTE FUNCTION webhooks_member();
CREATE TRIGGER "members_webhooks_approved" AFTER UPDATE OF "status" ON "members"
  FOR EACH ROW WHEN (OLD."status" = 'waiting' AND NEW."status" = 'active') EXECUTE FUNCTION webhooks_member();

CREATE FUNCTION webhooks_begun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_webhooks('relationship.begun', NULL, NEW."id", NEW."startedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_webhooks_begun" AFTER INSERT ON "relationships" FOR EACH ROW EXECUTE FUNCTION webhooks_begun();

CREATE FUNCTION webhooks_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_webhooks(CASE WHEN NEW."endedBecause" = 'completed' THEN 'relationship.completed' ELSE 'relationship.ended' END,
    NULL, NEW."id", NEW."endedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_webhooks_ended" AFTER UPDATE OF "endedAt" ON "relationships"
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION webhooks_ended();

-- Two partners have met once they say so, or once a meeting is held. Both can be written in one statement: then both tell, and the key
-- makes it one. What was there before has been told before, or happened before anybody listened.
CREATE FUNCTION webhooks_met() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "meetings" m WHERE m."relationshipId" = NEW."id" AND m."status" = 'held'
    AND m."movedAt" < NEW."firstConversationAt") THEN
    PERFORM tell_webhooks('relationship.met', NULL, NEW."id", NEW."firstConversationAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "relationships_webhooks_met" AFTER UPDATE OF "firstConversationAt" ON "relationships"
  FOR EACH ROW WHEN (OLD."firstConversationAt" IS NULL AND NEW."firstConversationAt" IS NOT NULL) EXECUTE FUNCTION webhooks_met();

CREATE FUNCTION webhooks_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "meetings" m WHERE m."relationshipId" = NEW."relationshipId" AND m."status" = 'held' AND m."id" <> NEW."id")
    AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."id" = NEW."relationshipId" AND r."firstConversationAt" < NEW."movedAt") THEN
    PERFORM tell_webhooks('relationship.met', NULL, NEW."relationshipId", NEW."startsAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "meetings_webhooks_logged" AFTER INSERT ON "meetings"
  FOR EACH ROW WHEN (NEW."status" = 'held') EXECUTE FUNCTION webhooks_held();
CREATE TRIGGER "meetings_webhooks_held" AFTER UPDATE OF "status" ON "meetings"
  FOR EACH ROW WHEN (OLD."status" <> 'held' AND NEW."status" = 'held') EXECUTE FUNCTION webhooks_held();
