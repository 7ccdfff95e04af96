-- CreateTable
CREATE TABLE "films" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "captions" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "seconds" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "films_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "film_files" (
    "id" UUID NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,

    CONSTRAINT "film_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "film_pieces" (
    "fileId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "film_pieces_pkey" PRIMARY KEY ("fileId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "films_fileId_key" ON "films"("fileId");

-- CreateIndex
CREATE INDEX "film_files_begunAt_idx" ON "film_files"("begunAt");

-- AddForeignKey
ALTER TABLE "films" ADD CONSTRAINT "films_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "film_files"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "film_pieces" ADD CONSTRAINT "film_pieces_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "film_files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what a film and its pieces can be, and films, which are compressed already, stored so that a part of a piece can be read by itself.
ALTER TABLE "films" ADD CONSTRAINT "films_kind" CHECK ("kind" IN ('mp4', 'webm'));
ALTER TABLE "films" ADD CONSTRAINT "films_numbers" CHECK ("size" > 0 AND ("seconds" IS NULL OR "seconds" > 0) AND "version" > 0);
ALTER TABLE "film_pieces" ADD CONSTRAINT "film_pieces_numbers" CHECK ("number" >= 0 AND octet_length("bytes") BETWEEN 1 AND 1048576);
ALTER TABLE "film_pieces" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
