-- Block: one member wants nothing more from another. It holds in both directions.
CREATE TABLE "blocks" (
    "blockerId" UUID NOT NULL,
    "blockedId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("blockerId", "blockedId"),
    CONSTRAINT "blocks_other" CHECK ("blockerId" <> "blockedId")
);
CREATE INDEX "blocks_blockedId_idx" ON "blocks"("blockedId");
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blockedId_fkey" FOREIGN KEY ("blockedId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whether either of the two has blocked the other: the one place that says so, for every query.
CREATE FUNCTION are_blocked(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT FROM "blocks" b WHERE b."blockerId" = one AND b."blockedId" = other)
    OR EXISTS (SELECT FROM "blocks" b WHERE b."blockerId" = other AND b."blockedId" = one)
$$;
