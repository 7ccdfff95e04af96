-- CreateTable
CREATE TABLE "programme_members" (
    "programmeId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "capacity" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_members_pkey" PRIMARY KEY ("programmeId","memberId","role")
);

-- CreateIndex
CREATE INDEX "programme_members_memberId_idx" ON "programme_members"("memberId");

-- CreateIndex
CREATE INDEX "programme_members_by_status" ON "programme_members"("programmeId", "status", "askedAt" DESC, "memberId");

-- AddForeignKey
ALTER TABLE "programme_members" ADD CONSTRAINT "programme_members_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_members" ADD CONSTRAINT "programme_members_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what the schema files cannot say.

ALTER TABLE "programme_members"
  ADD CONSTRAINT "programme_members_role" CHECK ("role" IN ('mentor', 'mentee')),
  ADD CONSTRAINT "programme_members_status" CHECK ("status" IN ('applied', 'joined', 'declined', 'left')),
  ADD CONSTRAINT "programme_members_capacity" CHECK ("capacity" IS NULL OR ("role" = 'mentor' AND "capacity" BETWEEN 1 AND 20)),
  -- Everybody with a profile is in the society's own scheme, and nobody has a row for it.
  ADD CONSTRAINT "programme_members_scheme" CHECK ("programmeId" <> '00000000-0000-4000-8000-000000000001');

-- Who can find and be found in a programme.
CREATE INDEX "programme_members_joined" ON "programme_members" ("programmeId", "role", "memberId") WHERE "status" = 'joined';
