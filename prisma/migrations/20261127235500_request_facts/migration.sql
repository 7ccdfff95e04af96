-- What every request asks first (lib/auth/session.ts). PL/pgSQL keeps its plan for the life of a connection: sent as a text, this
-- question takes five times as long to plan as to answer. A later shape of it is a function of another name: while a new version
-- is rolled out the old one still asks.
CREATE FUNCTION request_facts(known_version integer, member uuid, epoch integer, session uuid)
RETURNS TABLE (
  "settingsVersion" integer, "settings" jsonb, "offsetSeconds" bigint,
  "id" uuid, "status" text, "name" text, "email" text, "number" text, "isMentor" boolean, "isMentee" boolean, "staff" text,
  "timeZone" text, "picture" text, "isAvailable" boolean, "availableAgainAt" timestamptz,
  "unread" integer, "mailBlock" text, "unreadAsMentor" integer, "unreadAsMentee" integer
) LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT coalesce(s."version", 0),
    CASE WHEN s."version" IS DISTINCT FROM known_version THEN s."values" END,
    coalesce(c."offsetSeconds", 0),
    m."id", m."status", m."name", m."email", m."number", m."isMentor", m."isMentee", m."staff", m."timeZone", i."picture",
    coalesce(p."isAvailable", true), p."availableAgainAt",
    (SELECT count(*)::integer FROM "notifications" n WHERE n."memberId" = m."id" AND n."readAt" IS NULL),
    (SELECT b."reason" FROM "mail_blocks" b WHERE b."memberId" = m."id" AND b."address" = lower(m."email")),
    messages."asMentor", messages."asMentee"
  FROM (SELECT 1) AS one
  LEFT JOIN "settings" s ON true
  LEFT JOIN "demo_clock" c ON true
  LEFT JOIN "members" m ON m."id" = member AND m."sessionEpoch" = epoch
    AND m."status" IN ('active', 'deleted') AND m."standing" = 'current'
    AND NOT EXISTS (SELECT FROM "ended_sessions" x WHERE x."id" = session)
  LEFT JOIN "mentor_profiles" p ON p."memberId" = m."id" AND m."isMentor"
  LEFT JOIN "pictures" i ON i."memberId" = m."id"
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(r."unread") FILTER (WHERE r."role" = 'mentor'), 0)::integer AS "asMentor",
      coalesce(sum(r."unread") FILTER (WHERE r."role" = 'mentee'), 0)::integer AS "asMentee"
    FROM "conversation_readers" r WHERE r."memberId" = m."id" AND r."unread" > 0
  ) messages;
END $$;
