import { sweep } from "@/lib/foundation/deadlines/sweep";
import { proposalSweepStep } from "@/lib/pairing/proposals/sweep-step";
import { withClient } from "../client";
import { fillBacklog, NOW } from "../sweep/backlog";

/** Each ten open proposals of the backlog make seven mails. */
const MAILS_PER_PROPOSAL = 0.7;

/**
 * An outbox of at least so many mails, as the product's own sweep leaves it: proposals that have expired, to both, and reminders. With
 * the texts, and mentors whom a mail may suggest.
 */
export async function fillOutbox(url: string, mails: number): Promise<void> {
  await fillBacklog(url, Math.ceil(mails / MAILS_PER_PROPOSAL / 30) * 30);
  await withClient(url, async (client) => {
    await client.query(`
      INSERT INTO "proposal_texts" ("proposalId", "number", "objectives", "topics", "methods", "meeting", "contribution", "writtenAt")
      SELECT "id", 1, 'To speak up in meetings, and to find out what comes next.', '{1,6}', '{2}', 'Once a month', 'Time, and questions.', "sentAt"
      FROM "proposals"`);
    await client.query(`
      INSERT INTO "mentee_profiles" ("memberId", "headline", "about", "topics", "aims", "languages", "methods", "updatedAt")
      SELECT "id", 'Ready for more', '', '{1,6}', '', '{1}', '{2}', "createdAt" FROM "members" WHERE "isMentee"`);
    await client.query(`
      INSERT INTO "mentor_profiles" ("memberId", "headline", "about", "topics", "yearsOfExperience", "languages", "methods", "updatedAt")
      SELECT "id", 'Twenty years in claims', '', ARRAY[1 + "number"::integer % 7, 6], 20, '{1}', '{1,2}', "createdAt"
      FROM "members" WHERE "isMentor"`);
  });
  await sweep(proposalSweepStep, NOW);
  await withClient(url, (client) => client.query("VACUUM ANALYZE"));
}
