-- Those that began before there was the column, a thousand at a time. Nobody waits for more than their own thousand, and it may run again.
DO $$
DECLARE
  done uuid := '00000000-0000-0000-0000-000000000000';
  these uuid[];
BEGIN
  LOOP
    these := ARRAY(SELECT r."id" FROM "relationships" r WHERE r."id" > done ORDER BY r."id" LIMIT 1000);
    EXIT WHEN cardinality(these) = 0;
    -- A sweep locks its rows in an order of its own: whoever is chosen to give way does so, and tries again.
    LOOP
      BEGIN
        UPDATE "relationships" r SET "programmeId" = p."programmeId"
        FROM "proposals" p WHERE p."id" = r."id" AND r."id" = ANY(these) AND r."programmeId" IS DISTINCT FROM p."programmeId";
        UPDATE "relationship_rhythms" b SET "programmeId" = r."programmeId"
        FROM "relationships" r WHERE r."id" = b."relationshipId" AND r."id" = ANY(these) AND b."programmeId" IS DISTINCT FROM r."programmeId";
        EXIT;
      EXCEPTION WHEN deadlock_detected THEN NULL;
      END;
    END LOOP;
    COMMIT;
    done := these[cardinality(these)];
  END LOOP;
END $$;
