-- When an account was deleted, and when everything of it is erased, if its member asked for that.
ALTER TABLE "members" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "eraseDueAt" TIMESTAMPTZ(3);
