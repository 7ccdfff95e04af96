-- Why a mentor said no: a number of the society's list of reasons. Empty where none was chosen, and in what the code before rejects.
ALTER TABLE "proposals" ADD COLUMN "rejectedBecause" SMALLINT CHECK ("rejectedBecause" BETWEEN 0 AND 62);
