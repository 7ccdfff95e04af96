-- A proposal that the society suggests to both, instead of one that a mentee sends.
ALTER TABLE "proposals" ADD COLUMN     "isFromStaff" BOOLEAN NOT NULL DEFAULT false;
