-- Who lets a former partner still see their e-mail address after the relationship has ended. No row: it is not shown.
CREATE TABLE "kept_addresses" (
    "relationshipId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_addresses_pkey" PRIMARY KEY ("relationshipId", "memberId")
);
CREATE INDEX "kept_addresses_memberId_idx" ON "kept_addresses"("memberId");
ALTER TABLE "kept_addresses" ADD CONSTRAINT "kept_addresses_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "kept_addresses" ADD CONSTRAINT "kept_addresses_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
