-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "programmeId" UUID;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: the society's own scheme has one name here, which is none.
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_programme"
  CHECK ("programmeId" <> '00000000-0000-4000-8000-000000000001');
