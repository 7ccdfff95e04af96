-- CreateTable
CREATE TABLE "goals" (
    "id" UUID NOT NULL,
    "relationshipId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "progress" TEXT NOT NULL DEFAULT 'not-started',
    "targetOn" DATE,
    "textId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "goals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_steps" (
    "id" UUID NOT NULL,
    "goalId" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "progress" TEXT,
    "words" TEXT,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "goal_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheets" (
    "id" UUID NOT NULL,
    "relationshipId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_versions" (
    "sheetId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_versions_pkey" PRIMARY KEY ("sheetId","number")
);

-- CreateIndex
CREATE INDEX "goals_relationshipId_status_idx" ON "goals"("relationshipId", "status");

-- CreateIndex
CREATE INDEX "goal_steps_goalId_at_idx" ON "goal_steps"("goalId", "at");

-- CreateIndex
CREATE INDEX "goal_steps_authorId_idx" ON "goal_steps"("authorId");

-- CreateIndex
CREATE INDEX "sheets_relationshipId_kind_changedAt_idx" ON "sheets"("relationshipId", "kind", "changedAt" DESC);

-- CreateIndex
CREATE INDEX "sheet_versions_authorId_idx" ON "sheet_versions"("authorId");

-- AddForeignKey
ALTER TABLE "goals" ADD CONSTRAINT "goals_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "goals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_versions" ADD CONSTRAINT "sheet_versions_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "sheets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_versions" ADD CONSTRAINT "sheet_versions_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- From here on by hand: what the schema files cannot say.

ALTER TABLE "sheets"
  ADD CONSTRAINT "sheets_kind" CHECK ("kind" IN ('swot', 'g-star')),
  ADD CONSTRAINT "sheets_number" CHECK ("number" >= 1);
ALTER TABLE "goals"
  ADD CONSTRAINT "goals_status" CHECK ("status" IN ('open', 'achieved', 'dropped')),
  ADD CONSTRAINT "goals_progress" CHECK ("progress" IN ('not-started', 'under-way', 'nearly-there')),
  ADD CONSTRAINT "goals_closed" CHECK (("status" = 'open') = ("closedAt" IS NULL));
ALTER TABLE "goal_steps"
  ADD CONSTRAINT "goal_steps_fact" CHECK ("fact" IN ('added', 'edited', 'noted', 'achieved', 'dropped', 'reopened')),
  ADD CONSTRAINT "goal_steps_progress" CHECK ("progress" IN ('not-started', 'under-way', 'nearly-there')),
  ADD CONSTRAINT "goal_steps_words" CHECK ("fact" NOT IN ('added', 'edited') OR "words" IS NOT NULL);
