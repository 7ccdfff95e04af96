import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { openRelationship } from "@/lib/pairing/relationships/access-sql";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import type { Decision, RefusalReason, Sign } from "./contract";
import { decide } from "./decide";
import { CONTRACT_NOTICES } from "./notices";
import { makeOffer, writeText } from "./offer";
import { listContracts } from "./queries";

/**
 * Signs the contract between the viewer and a partner: starts one with the text on the page, or adds to the partner's
 * signature. Refuses if the page showed a text that is not the one to sign now, if the name is not the viewer's, and if the
 * relationship has ended. The partner is told. Returns whether both have signed now.
 */
export async function sign(
  viewer: Viewer,
  relationshipId: string,
  command: Sign,
  settings: Settings,
  now: Date,
): Promise<Result<{ isComplete: boolean }, RefusalReason>> {
  const signed = await retry<Result<{ isComplete: boolean }, RefusalReason>>(async () => {
    const relationship = await findRelationship(viewer, relationshipId, now);
    if (!relationship) return refuse("not-found");
    const [[newest = null], offer] = await Promise.all([
      listContracts(viewer, relationshipId),
      makeOffer(viewer, relationship, settings, now),
    ]);
    const { viewerIs, partner, isOpen } = relationship;
    const signing = {
      relationshipId,
      isOpen,
      signerIs: viewerIs,
      signerId: viewer.memberId,
      partnerId: partner.memberId,
      signerName: viewer.name,
      newest,
      offer,
    };
    const decided = decide(signing, command, now);
    if (!decided.ok) return decided;
    const isSaved = await save(viewer, relationshipId, viewerIs, decided);
    return isSaved ? done({ isComplete: decided.begins === null }) : null;
  });
  return signed ?? refuse("text-changed");
}

/** A single statement: the signature, the audit line and the notice to the partner. False when somebody else was quicker. */
async function save(viewer: Viewer, id: string, role: "mentee" | "mentor", decision: Decision): Promise<boolean> {
  const { number, begins, name, at } = decision;
  const nameColumn = Prisma.raw(`"${role}Name"`);
  const atColumn = Prisma.raw(`"${role}SignedAt"`);
  const sealedName = seal(`contracts.${role}Name`, [id, number], name);
  const write = begins
    ? Prisma.sql`
      INSERT INTO "contracts" ("relationshipId", "number", "documentNumber", "isOfProgramme", "digest", "text", ${nameColumn}, ${atColumn})
      SELECT open."id", ${number}, ${begins.documentNumber}, ${begins.isOfProgramme}, ${begins.digest},
        ${seal("contracts.text", [id, number], writeText(begins.text))}, ${sealedName}, ${at}::timestamptz
      FROM open
      ON CONFLICT DO NOTHING
      RETURNING "relationshipId" AS "id"`
    : Prisma.sql`
      UPDATE "contracts" c SET ${nameColumn} = ${sealedName}, ${atColumn} = ${at}::timestamptz
      FROM open WHERE c."relationshipId" = open."id" AND c."number" = ${number} AND c.${atColumn} IS NULL
      RETURNING c."relationshipId" AS "id"`;
  const saved = await db().$queryRaw<{ id: string }[]>`
    WITH open AS MATERIALIZED (${openRelationship(viewer, id, at)}), saved AS MATERIALIZED (${write}),
      ${consequencesOf([decision], CONTRACT_NOTICES)}
    SELECT "id" FROM saved`;
  return saved.length > 0;
}
