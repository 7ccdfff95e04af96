-- CreateTable
CREATE TABLE "today_acts" (
    "actId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "subjectId" UUID,
    "act" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "today_acts_pkey" PRIMARY KEY ("actId","key")
);

-- CreateIndex
CREATE INDEX "today_acts_at_idx" ON "today_acts"("at");

-- By hand from here.
ALTER TABLE "today_acts" ADD CONSTRAINT "today_acts_act" CHECK ("act" IN ('write', 'extend', 'remind', 'put-off', 'dismiss'));
