-- A letter of staff to one of the two alone; empty, as with all letters so far: to both.
ALTER TABLE "staff_letters" ADD COLUMN "toOne" TEXT;
ALTER TABLE "staff_letters" ADD CONSTRAINT "staff_letters_to_one" CHECK ("toOne" IN ('mentee', 'mentor')) NOT VALID;
