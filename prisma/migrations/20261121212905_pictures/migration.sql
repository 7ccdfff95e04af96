-- CreateTable
CREATE TABLE "pictures" (
    "memberId" UUID NOT NULL,
    "picture" TEXT NOT NULL,
    "small" BYTEA NOT NULL,
    "large" BYTEA NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pictures_pkey" PRIMARY KEY ("memberId")
);

-- AddForeignKey
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- From here on by hand: what the schema files cannot say.

-- A WebP file and nothing else, however it came here: RIFF at its beginning, WEBP after four bytes of length.
ALTER TABLE "pictures"
  ADD CONSTRAINT "pictures_picture_check" CHECK ("picture" ~ '^[0-9a-f]{32}$'),
  ADD CONSTRAINT "pictures_small_check" CHECK (octet_length("small") <= 65536
    AND substring("small" FOR 4) = '\x52494646' AND substring("small" FROM 9 FOR 4) = '\x57454250'),
  ADD CONSTRAINT "pictures_large_check" CHECK (octet_length("large") <= 524288
    AND substring("large" FOR 4) = '\x52494646' AND substring("large" FROM 9 FOR 4) = '\x57454250');

-- They are small already; out of the row, so that asking for the names alone reads none of them.
ALTER TABLE "pictures" ALTER COLUMN "small" SET STORAGE EXTERNAL, ALTER COLUMN "large" SET STORAGE EXTERNAL;
