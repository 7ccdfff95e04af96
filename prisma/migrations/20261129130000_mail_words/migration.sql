-- CreateTable
CREATE TABLE "mail_words" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "programmeId" UUID,
    "number" INTEGER NOT NULL,
    "passages" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "authorId" UUID,

    CONSTRAINT "mail_words_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_words_number" CHECK ("number" > 0),
    CONSTRAINT "mail_words_passages" CHECK (jsonb_typeof("passages") = 'array')
);

-- An empty programme is a value like any other: of two who save the same version of the society's words, one is told.
CREATE UNIQUE INDEX "mail_words_version" ON "mail_words"("kind", "programmeId", "number") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "mail_words_by_programme" ON "mail_words"("programmeId");

-- AddForeignKey
ALTER TABLE "mail_words" ADD CONSTRAINT "mail_words_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
