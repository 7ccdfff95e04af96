-- CreateTable
CREATE TABLE "programme_staff" (
    "memberId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "givenById" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_staff_pkey" PRIMARY KEY ("memberId","programmeId")
);

-- CreateIndex
CREATE INDEX "programme_staff_programmeId_idx" ON "programme_staff"("programmeId");

-- AddForeignKey
ALTER TABLE "programme_staff" ADD CONSTRAINT "programme_staff_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "member_letters" ADD COLUMN     "programmeIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- From here on by hand: what the schema files cannot say.

-- Nobody coordinates the whole society: they would be staff.
ALTER TABLE "programme_staff" ADD CONSTRAINT "programme_staff_right" CHECK ("right" IN ('coordinator', 'reader')
  AND ("right" = 'reader' OR "programmeId" <> '00000000-0000-0000-0000-000000000000'));
