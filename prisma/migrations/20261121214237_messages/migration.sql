-- CreateTable
CREATE TABLE "conversations" (
    "relationshipId" UUID NOT NULL,
    "newest" INTEGER NOT NULL,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("relationshipId")
);

-- CreateTable
CREATE TABLE "messages" (
    "relationshipId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "senderId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("relationshipId","number")
);

-- CreateTable
CREATE TABLE "conversation_readers" (
    "relationshipId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "newest" INTEGER NOT NULL,
    "readTo" INTEGER NOT NULL DEFAULT 0,
    "readAt" TIMESTAMPTZ(3),
    "unread" INTEGER NOT NULL DEFAULT 0,
    "spell" INTEGER NOT NULL DEFAULT 1,
    "spellAt" TIMESTAMPTZ(3) NOT NULL,
    "mailAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_readers_pkey" PRIMARY KEY ("relationshipId","memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "messages_relationshipId_senderId_key_key" ON "messages"("relationshipId", "senderId", "key");

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_readers" ADD CONSTRAINT "conversation_readers_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_readers" ADD CONSTRAINT "conversation_readers_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- From here on by hand: what the schema files cannot say.

ALTER TABLE "conversations" ADD CONSTRAINT "conversations_newest" CHECK ("newest" >= 1);
ALTER TABLE "messages" ADD CONSTRAINT "messages_number" CHECK ("number" >= 1);
ALTER TABLE "conversation_readers"
  ADD CONSTRAINT "conversation_readers_role" CHECK ("role" IN ('mentor', 'mentee')),
  ADD CONSTRAINT "conversation_readers_read" CHECK ("readTo" <= "newest" AND "unread" >= 0 AND ("unread" = 0) = ("readTo" = "newest"));

-- Every page asks how much its viewer has not read: only the few rows that have something are looked at.
CREATE INDEX "conversation_readers_unread" ON "conversation_readers" ("memberId") WHERE "unread" > 0;
