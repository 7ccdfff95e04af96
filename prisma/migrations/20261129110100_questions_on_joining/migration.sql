-- DropIndex: a number is one of its role's in its programme, or on the profile.
DROP INDEX "profile_questions_role_number_key";

-- AlterTable
ALTER TABLE "profile_questions" ADD COLUMN     "programmeId" UUID;

-- CreateIndex: NULLS NOT DISTINCT by hand, so that those on the profile are told apart too.
CREATE UNIQUE INDEX "profile_questions_programmeId_role_number_key" ON "profile_questions"("programmeId", "role", "number") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "profile_questions" ADD CONSTRAINT "profile_questions_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
