-- True. A statement that names it is planned for one process: starting workers takes longer than whatever a page asks for, and their
-- number is a setting of the server or the session, neither of which is ours behind a pooler.
CREATE FUNCTION in_one_process() RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL UNSAFE AS 'SELECT true';
