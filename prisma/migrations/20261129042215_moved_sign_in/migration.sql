-- How somebody signed in before they moved to another sign-in of the society's, so that staff can undo the move.
ALTER TABLE "members" ADD COLUMN     "earlierIssuer" TEXT,
ADD COLUMN     "earlierSubject" TEXT;
