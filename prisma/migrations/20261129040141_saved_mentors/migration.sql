-- Mentors whom a mentee has saved, and those whom they do not want to see in the list.
CREATE TABLE "mentor_marks" (
    "memberId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentor_marks_pkey" PRIMARY KEY ("memberId", "mentorId"),
    CONSTRAINT "mentor_marks_mark" CHECK ("mark" IN ('saved', 'hidden')),
    CONSTRAINT "mentor_marks_other" CHECK ("memberId" <> "mentorId")
);

CREATE INDEX "mentor_marks_mentorId_idx" ON "mentor_marks"("mentorId");

ALTER TABLE "mentor_marks" ADD CONSTRAINT "mentor_marks_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mentor_marks" ADD CONSTRAINT "mentor_marks_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
