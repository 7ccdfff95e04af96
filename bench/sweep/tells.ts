import { withClient } from "../client";

/** How many rows there are in each table that a sweep of proposals writes, and a sum over all that they say. */
export function tellsOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT 'proposals' AS "table", count(*), sum(hashtextextended(t::text, 0)) FROM "proposals" t
      UNION ALL SELECT 'notifications', count(*), sum(hashtextextended(t::text, 0)) FROM "notifications" t
      UNION ALL SELECT 'mails', count(*), sum(hashtextextended(t::text, 0)) FROM "mails" t
      UNION ALL SELECT 'audit_events', count(*), sum(hashtextextended((to_jsonb(t) - 'id')::text, 0)) FROM "audit_events" t
      ORDER BY "table"`);
    return JSON.stringify(rows);
  });
}
