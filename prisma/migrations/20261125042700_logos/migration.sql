-- CreateTable
CREATE TABLE "logos" (
    "name" TEXT NOT NULL,
    "image" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "logos_pkey" PRIMARY KEY ("name")
);


-- From here on by hand: what the schema files cannot say.

-- A PNG file and nothing else, however it came here.
ALTER TABLE "logos"
  ADD CONSTRAINT "logos_name_check" CHECK ("name" ~ '^[0-9a-f]{32}$'),
  ADD CONSTRAINT "logos_image_check" CHECK (octet_length("image") <= 524288 AND substring("image" FOR 8) = '\x89504e470d0a1a0a'),
  ADD CONSTRAINT "logos_size_check" CHECK ("width" BETWEEN 1 AND 720 AND "height" BETWEEN 1 AND 160);

-- It is small already; out of the row, so that asking for its size reads none of it.
ALTER TABLE "logos" ALTER COLUMN "image" SET STORAGE EXTERNAL;

-- Who changed the settings last, in a trail of any length.
CREATE INDEX "audit_events_of_settings" ON "audit_events" ("id") WHERE "subject" = 'settings';
