-- Who have begun and neither met nor arranged to: the desk of today reads them in order, and nobody else's rhythm.
CREATE INDEX "relationship_rhythms_not_yet_met" ON "relationship_rhythms" ("lastAt", "relationshipId") WHERE "lastAt" = "startedAt";
