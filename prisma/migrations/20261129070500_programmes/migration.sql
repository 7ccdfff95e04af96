-- CreateTable
CREATE TABLE "programmes" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "forWhom" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "time" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "needsApproval" BOOLEAN NOT NULL DEFAULT false,
    "takesMembers" BOOLEAN NOT NULL DEFAULT false,
    "opensAt" TIMESTAMPTZ(3),
    "joinUntil" TIMESTAMPTZ(3),
    "matchingAt" TIMESTAMPTZ(3),
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "own" JSONB NOT NULL,
    "copiedFromId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id")
);

-- From here on by hand: what the schema files cannot say.

ALTER TABLE "programmes"
  ADD CONSTRAINT "programmes_status" CHECK ("status" IN ('draft', 'open', 'matching', 'running', 'closed', 'archived')),
  ADD CONSTRAINT "programmes_time" CHECK ("time" IN ('always', 'intake')),
  ADD CONSTRAINT "programmes_finding" CHECK ("finding" IN ('members', 'staff', 'both')),
  -- Only what is under way can be joined.
  ADD CONSTRAINT "programmes_joining" CHECK (NOT "takesMembers" OR "status" IN ('open', 'matching', 'running')),
  -- What is always open has no dates, and is neither matched nor started as a whole.
  ADD CONSTRAINT "programmes_dates" CHECK ("time" = 'intake'
    OR (coalesce("opensAt", "joinUntil", "matchingAt", "startsAt", "endsAt") IS NULL AND "status" NOT IN ('matching', 'running'))),
  ADD CONSTRAINT "programmes_due" CHECK ("dueAt" IS NULL OR "status" NOT IN ('closed', 'archived')),
  -- The society's own scheme is always open: what belongs to no other programme belongs to it.
  ADD CONSTRAINT "programmes_scheme" CHECK ("id" <> '00000000-0000-4000-8000-000000000001'
    OR ("status" = 'open' AND "time" = 'always' AND "takesMembers"));

-- What the sweep looks for.
CREATE INDEX "programmes_due_at" ON "programmes" ("dueAt", "id") WHERE "dueAt" IS NOT NULL;

INSERT INTO "programmes" ("id", "name", "forWhom", "status", "time", "finding", "takesMembers", "own", "createdAt", "movedAt")
VALUES ('00000000-0000-4000-8000-000000000001', 'The society’s scheme', 'Every member.', 'open', 'always', 'members', true, '{}',
  CURRENT_TIMESTAMP, CURRENT_TIMESTAMP);
