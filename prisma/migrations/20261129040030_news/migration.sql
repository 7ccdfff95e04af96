-- What has become of what a notice is about, as rules in the code judge it: a notice that has been dealt with is not new any more.
-- PL/pgSQL keeps its plan, as for request_facts.
CREATE FUNCTION notice_matter(notice_proposal uuid, notice_data jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object(
    'proposal', (SELECT jsonb_build_object('status', p."status", 'expiresAt', p."expiresAt", 'remindedDay', p."remindedDay",
        'hasGoneOn', EXISTS (SELECT FROM "proposals" q WHERE q."menteeId" = p."menteeId" AND q."id" <> p."id" AND q."sentAt" >= p."movedAt"))
      FROM "proposals" p WHERE p."id" = notice_proposal),
    'relationship', (SELECT jsonb_build_object('endedAt', r."endedAt", 'agreedUntil', r."agreedUntil", 'extensionMonths', r."extensionMonths")
      FROM "relationships" r WHERE r."id" = notice_proposal),
    'isContractComplete', coalesce((SELECT c."menteeSignedAt" IS NOT NULL AND c."mentorSignedAt" IS NOT NULL
      FROM "contracts" c WHERE c."relationshipId" = notice_proposal ORDER BY c."number" DESC LIMIT 1), false),
    'meeting', (SELECT jsonb_build_object('status', m."status", 'answer', m."answer", 'startsAt', m."startsAt")
      FROM "meetings" m WHERE m."id" = (notice_data ->> 'meetingId')::uuid),
    'request', (SELECT jsonb_build_object('state', s."state")
      FROM "support_requests" s WHERE s."id" = (notice_data ->> 'requestId')::uuid));
END $$;

-- request_facts with the unread notices themselves instead of their number, the newest hundred. The code before still asks request_facts.
CREATE FUNCTION request_with_news(known_version integer, member uuid, epoch integer, session uuid)
RETURNS TABLE (
  "settingsVersion" integer, "settings" jsonb, "offsetSeconds" bigint,
  "id" uuid, "status" text, "name" text, "email" text, "number" text, "isMentor" boolean, "isMentee" boolean, "staff" text,
  "timeZone" text, "picture" text, "isAvailable" boolean, "availableAgainAt" timestamptz,
  "news" jsonb, "mailBlock" text, "unreadAsMentor" integer, "unreadAsMentee" integer
) LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT coalesce(s."version", 0),
    CASE WHEN s."version" IS DISTINCT FROM known_version THEN s."values" END,
    coalesce(c."offsetSeconds", 0),
    m."id", m."status", m."name", m."email", m."number", m."isMentor", m."isMentee", m."staff", m."timeZone", i."picture",
    coalesce(p."isAvailable", true), p."availableAgainAt",
    (SELECT jsonb_agg(jsonb_build_object('key', n."key", 'kind', n."kind", 'role', n."role", 'proposalId', n."proposalId",
        'data', n."data", 'matter', notice_matter(n."proposalId", n."data")))
      FROM (SELECT * FROM "notifications" u WHERE u."memberId" = m."id" AND u."readAt" IS NULL
        ORDER BY u."createdAt" DESC LIMIT 100) n),
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
