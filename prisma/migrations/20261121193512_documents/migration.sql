-- CreateTable
CREATE TABLE "documents" (
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "authorId" UUID,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("slug","number")
);

ALTER TABLE "documents"
  ADD CONSTRAINT "documents_slug_check" CHECK ("slug" ~ '^[a-z][a-z0-9-]{0,39}$'),
  ADD CONSTRAINT "documents_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "documents_title_check" CHECK (length("title") BETWEEN 1 AND 120),
  ADD CONSTRAINT "documents_body_check" CHECK (length("body") BETWEEN 1 AND 100000);
