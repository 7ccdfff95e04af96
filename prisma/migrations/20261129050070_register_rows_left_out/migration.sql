-- AlterTable
ALTER TABLE "register_imports" ADD COLUMN     "isPart" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "readings" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "register_import_rows" ADD COLUMN     "cells" JSONB,
ADD COLUMN     "keeps" TEXT;
