-- CreateTable
CREATE TABLE "ended_sessions" (
    "id" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ended_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ended_sessions_endedAt_idx" ON "ended_sessions"("endedAt");
