-- AlterTable
ALTER TABLE "readiness_conditions" ADD COLUMN     "validMonths" INTEGER;

-- By hand: only training expires after some months.
ALTER TABLE "readiness_conditions"
  ADD CONSTRAINT "readiness_conditions_expiry" CHECK ("validMonths" IS NULL OR ("kind" = 'training' AND "validMonths" BETWEEN 1 AND 120));
