-- CreateTable
CREATE TABLE "resources" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "publishedNumber" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_versions" (
    "resourceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "film" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "authorId" UUID,

    CONSTRAINT "resource_versions_pkey" PRIMARY KEY ("resourceId","number")
);

-- AddForeignKey
ALTER TABLE "resource_versions" ADD CONSTRAINT "resource_versions_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "resources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "resources"
  ADD CONSTRAINT "resources_published_check" CHECK ("publishedNumber" >= 1);

ALTER TABLE "resource_versions"
  ADD CONSTRAINT "resource_versions_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "resource_versions_title_check" CHECK (length("title") BETWEEN 1 AND 120),
  ADD CONSTRAINT "resource_versions_summary_check" CHECK (length("summary") BETWEEN 1 AND 200),
  ADD CONSTRAINT "resource_versions_audience_check" CHECK ("audience" IN ('everybody', 'mentors', 'mentees')),
  ADD CONSTRAINT "resource_versions_film_check" CHECK (length("film") <= 200),
  ADD CONSTRAINT "resource_versions_body_check" CHECK (length("body") BETWEEN 1 AND 100000);
