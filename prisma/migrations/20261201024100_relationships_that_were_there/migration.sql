-- Those that began before there was the column, a thousand at a time. Nobody waits for more than their own thousand, and it may run again.
DO $$
DECLARE
  done uuid := '00000000-0000-0000-0000-000000000000';
  these uuid[];
BEGIN
  LOOP
    these := ARRAY(SELECT r."id" FROM "relationships" r WHERE r."id" > done ORDER BY r."id" LIMIT 1000);
    EXIT WHEN cardinality(these) = 0;
    PERFORM 1 FROM "relationships" r WHERE r."id" = ANY(these) ORDER BY r."id" FOR NO KEY UPDATE;
    UPDATE "relationships" r SET "programmeId" = p."programmeId"
    FROM "proposals" p WHERE p."id" = r."id" AND r."id" = ANY(these) AND r."programmeId" IS DISTINCT FROM p."programmeId";
    COMMIT;
    PERFORM 1 FROM "relationship_rhythms" b WHERE b."relationshipId" = ANY(these) ORDER BY b."relationshipId" FOR NO KEY UPDATE;
    UPDATE "relationship_rhythms" b SET "programmeId" = r."programmeId"
    FROM "relationships" r WHERE r."id" = b."relationshipId" AND r."id" = ANY(these) AND b."programmeId" IS DISTINCT FROM r."programmeId";
    COMMIT;
    done := these[cardinality(these)];
  END LOOP;
END $$;
