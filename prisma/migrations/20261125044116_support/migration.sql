-- CreateTable
CREATE TABLE "support_requests" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "relationshipId" UUID,
    "aboutMemberId" UUID,
    "handlerId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "waitingSince" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_entries" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_attachments" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "picture" BYTEA,
    "pdf" BYTEA,

    CONSTRAINT "support_attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_messages" (
    "requestId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "senderId" UUID NOT NULL,
    "words" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_messages_pkey" PRIMARY KEY ("requestId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "support_requests_reference_key" ON "support_requests"("reference");

-- CreateIndex
CREATE INDEX "support_requests_memberId_openedAt_idx" ON "support_requests"("memberId", "openedAt" DESC);

-- CreateIndex
CREATE INDEX "support_requests_state_waitingSince_id_idx" ON "support_requests"("state", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "support_requests_state_category_waitingSince_id_idx" ON "support_requests"("state", "category", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "support_requests_handlerId_state_waitingSince_id_idx" ON "support_requests"("handlerId", "state", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "support_requests_relationshipId_idx" ON "support_requests"("relationshipId");

-- CreateIndex
CREATE INDEX "support_requests_aboutMemberId_idx" ON "support_requests"("aboutMemberId");

-- CreateIndex
CREATE INDEX "support_entries_requestId_at_idx" ON "support_entries"("requestId", "at");

-- CreateIndex
CREATE INDEX "support_entries_authorId_idx" ON "support_entries"("authorId");

-- CreateIndex
CREATE INDEX "support_attachments_requestId_idx" ON "support_attachments"("requestId");

-- CreateIndex
CREATE INDEX "support_attachments_entryId_idx" ON "support_attachments"("entryId");

-- CreateIndex
CREATE INDEX "support_messages_senderId_idx" ON "support_messages"("senderId");

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_aboutMemberId_fkey" FOREIGN KEY ("aboutMemberId") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_handlerId_fkey" FOREIGN KEY ("handlerId") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_entries" ADD CONSTRAINT "support_entries_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_entries" ADD CONSTRAINT "support_entries_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_attachments" ADD CONSTRAINT "support_attachments_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_attachments" ADD CONSTRAINT "support_attachments_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "support_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_messages" ADD CONSTRAINT "support_messages_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_messages" ADD CONSTRAINT "support_messages_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- From here on by hand: what the schema files cannot say.

ALTER TABLE "support_requests"
  ADD CONSTRAINT "support_requests_reference" CHECK ("reference" ~ '^H-[2-9A-HJ-NP-Z]{5}$'),
  ADD CONSTRAINT "support_requests_category" CHECK ("category" IN ('technical', 'relationship', 'complaint', 'erasure', 'other')),
  ADD CONSTRAINT "support_requests_state" CHECK ("state" IN ('open', 'waiting', 'solved')),
  -- Nobody looks after what is their own, or about them.
  ADD CONSTRAINT "support_requests_handler" CHECK ("handlerId" <> "memberId" AND "handlerId" <> "aboutMemberId");
ALTER TABLE "support_entries"
  ADD CONSTRAINT "support_entries_kind" CHECK ("kind" IN ('member', 'answer', 'note')),
  ADD CONSTRAINT "support_entries_state" CHECK ("state" IN ('open', 'waiting', 'solved') AND "kind" = 'answer' OR "state" IS NULL);
-- A WebP file and nothing else, or what begins as a PDF does; never both.
ALTER TABLE "support_attachments"
  ADD CONSTRAINT "support_attachments_one" CHECK (num_nonnulls("picture", "pdf") = 1),
  ADD CONSTRAINT "support_attachments_size" CHECK ("size" = octet_length(coalesce("picture", "pdf")) AND "size" <= 8388608),
  ADD CONSTRAINT "support_attachments_picture" CHECK (
    substring("picture" FOR 4) = '\x52494646' AND substring("picture" FROM 9 FOR 4) = '\x57454250'),
  ADD CONSTRAINT "support_attachments_pdf" CHECK (substring("pdf" FOR 5) = '\x255044462d');
ALTER TABLE "support_attachments" ALTER COLUMN "picture" SET STORAGE EXTERNAL, ALTER COLUMN "pdf" SET STORAGE EXTERNAL;
