-- Passwords are chosen behind the link. The code before still writes and reads this column: what it makes of a registration of the
-- code after is an account with a password that nobody has, whose holder chooses Forgotten password. Goes in the release after.
ALTER TABLE "registrations" ALTER COLUMN "passwordHash" SET DEFAULT '$argon2id$v=19$m=19456,t=2,p=1$IRMgr1ysOcIfWrDBuaJg1Q$BQs5j01c2M8FUcWChUR9GYJtjZmRg1HmYEyKrb5XGCE';

-- From here on by hand: what the schema files cannot say.

-- The form in which a kept address is looked up and compared: lib/identifier.ts makes the same of what was typed. A-Z alone become
-- small here, whatever the database's collation makes of other letters, which are small already as they are kept.
CREATE FUNCTION address_form(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(address COLLATE "C");

-- Beside those of lower(), which the code before looks up by; they go in the release after.
CREATE INDEX "members_address" ON "members" (address_form("email"));
CREATE UNIQUE INDEX "members_verified_address" ON "members" (address_form("email")) WHERE "emailVerifiedAt" IS NOT NULL;
CREATE INDEX "registrations_address" ON "registrations" (address_form("email"));
