-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "programmeId" UUID;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: the society's own scheme has one name here, which is none.
ALTER TABLE "questions" ADD CONSTRAINT "questions_programme"
  CHECK ("programmeId" <> '00000000-0000-4000-8000-000000000001');
