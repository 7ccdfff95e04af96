-- AlterTable
ALTER TABLE "members" ADD COLUMN     "suspendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedReason" TEXT;


-- From here on by hand: what the schema files cannot say.

ALTER TABLE "members" ADD CONSTRAINT "members_suspended_reason" CHECK ("suspendedReason" IS NULL OR "suspendedAt" IS NOT NULL);

-- The words of a text in small letters and without accents, punctuation dividing them: what staff search by. The same
-- function reads what was typed, so the two cannot disagree. Built in alone: no extension has to be allowed.
-- Bodies that are bound when they are made: an index is built without a search path.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')), 'øØłŁđĐðÐı', 'oollddddi'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[[:space:][:cntrl:]!-/:-@\[-`{-~\u2010-\u2015\u2018-\u201f·«»]+', ' ', 'g'));

-- What a member is found by: name, number and address, word by word.
CREATE FUNCTION member_words(name text, number text, email text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_to_tsvector(array_remove(string_to_array(plain_words(name || ' ' || number || ' ' || email), ' '), ''));

-- Every word typed (the first six) must begin one of them, in any order.
CREATE FUNCTION member_query(typed text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(string_agg('''' || word || ''':*', ' & '), '')::tsquery
    FROM (SELECT word FROM string_to_table(plain_words(typed), ' ') AS word WHERE word <> '' LIMIT 6) AS words);

CREATE INDEX "members_words" ON "members" USING gin (member_words("name", "number", "email")) WHERE "erasedAt" IS NULL;
-- Leafing through everybody, and through the few that a filter leaves, in the order of names.
CREATE INDEX "members_by_name" ON "members" ("name", "id") WHERE "erasedAt" IS NULL;
CREATE INDEX "members_not_active" ON "members" ("status", "name", "id") WHERE "status" <> 'active' AND "erasedAt" IS NULL;
CREATE INDEX "members_staff_by_name" ON "members" ("name", "id") WHERE "staff" <> 'none';
CREATE INDEX "members_lapsed" ON "members" ("name", "id") WHERE "standing" = 'lapsed' AND "erasedAt" IS NULL;
CREATE INDEX "members_without_role" ON "members" ("name", "id") WHERE NOT "isMentor" AND NOT "isMentee" AND "erasedAt" IS NULL;
CREATE INDEX "members_both_roles" ON "members" ("name", "id") WHERE "isMentor" AND "isMentee" AND "erasedAt" IS NULL;
