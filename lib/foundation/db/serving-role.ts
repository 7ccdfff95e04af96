import pg from "pg";

/**
 * Gives this role exactly the rights that the product needs to serve: to read and write rows, add to the audit trail and read
 * the list of migrations. `url` connects as the owner of the tables; tables from later migrations are covered. Can be repeated.
 * Refuses a role that does not exist, and the owner.
 */
export async function permitServing(url: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ isOwner: boolean | null }>(
      `SELECT (SELECT "oid" FROM pg_roles WHERE rolname = $1) IN (SELECT relowner FROM pg_class WHERE oid = 'audit_events'::regclass)
        AS "isOwner"`,
      [role],
    );
    if (rows[0]?.isOwner === null) throw new Error(`There is no role ${role}: CREATE ROLE ${role} LOGIN PASSWORD '…'.`);
    if (rows[0]?.isOwner) throw new Error(`${role} owns the tables: name the role that the product is to serve with.`);
    await client.query(permissionsOf(client.escapeIdentifier(role)));
  } finally {
    await client.end();
  }
}

/** One script is one transaction. It first revokes all earlier rights, so that the audit trail cannot stay writable. */
function permissionsOf(role: string): string {
  return `
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role};
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${role};
    REVOKE UPDATE, DELETE ON "audit_events" FROM ${role};
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${role};`;
}
