-- CreateTable
CREATE TABLE "register_pulls" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "result" TEXT NOT NULL,
    "detail" TEXT,
    "etag" TEXT,
    "digest" TEXT,

    CONSTRAINT "register_pulls_pkey" PRIMARY KEY ("id")
);

-- By hand: there is one row.
ALTER TABLE "register_pulls" ADD CONSTRAINT "register_pulls_one" CHECK ("id" = 1);
