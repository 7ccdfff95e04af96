import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { openText, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import { type Contract, type ContractDates, type ContractText, isComplete } from "./contract";
import { readText } from "./offer";

/** The contracts of a relationship that the viewer is part of, newest first; none for anybody else. */
export async function listContracts({ memberId }: Viewer, relationshipId: string): Promise<Contract[]> {
  const rows = await db().$queryPrepared<Row[]>`
    SELECT c."relationshipId", c."number", c."documentNumber", c."isOfProgramme", c."digest", c."text", c."menteeName", c."menteeSignedAt",
      c."mentorName", c."mentorSignedAt"
    FROM "contracts" c JOIN "relationships" r ON r."id" = c."relationshipId"
    WHERE c."relationshipId" = ${relationshipId}::uuid AND ${isPartner({ memberId })}
    ORDER BY c."number" DESC`;
  return rows.map(toContract);
}

/** The contract with this number, from an address, if both have signed it; null when there is none for the viewer. */
export async function findSignedContract(viewer: Viewer, relationshipId: string, number: string): Promise<Contract | null> {
  if (!isId(relationshipId)) return null;
  const contracts = await listContracts(viewer, relationshipId);
  return contracts.find((contract) => String(contract.number) === number && isComplete(contract)) ?? null;
}

/** For staff: when which of the two signed, by relationship, newest first. No text, and no names but those they know. */
export async function contractDates(relationshipIds: readonly string[]): Promise<Map<string, ContractDates[]>> {
  const rows = await db().contract.findMany({
    where: { relationshipId: { in: [...relationshipIds] } },
    orderBy: { number: "desc" },
    select: { relationshipId: true, number: true, menteeSignedAt: true, mentorSignedAt: true },
  });
  const dates = new Map<string, ContractDates[]>(relationshipIds.map((id) => [id, []]));
  for (const { relationshipId, ...one } of rows) dates.get(relationshipId)?.push(one);
  return dates;
}

interface Row {
  relationshipId: string;
  number: number;
  documentNumber: number;
  isOfProgramme: boolean;
  digest: string;
  text: string | null;
  menteeName: string | null;
  menteeSignedAt: Date | null;
  mentorName: string | null;
  mentorSignedAt: Date | null;
}

function toContract(row: Row): Contract {
  const { relationshipId, number, documentNumber, isOfProgramme, digest, menteeSignedAt, mentorSignedAt } = row;
  const name = (column: "menteeName" | "mentorName") => {
    const sealed = row[column];
    return sealed === null ? null : openText(`contracts.${column}`, [relationshipId, number], sealed);
  };
  return {
    number,
    documentNumber,
    isOfProgramme,
    digest,
    ...openContract(row),
    signatures: {
      mentee: menteeSignedAt && { name: name("menteeName"), at: menteeSignedAt },
      mentor: mentorSignedAt && { name: name("mentorName"), at: mentorSignedAt },
    },
  };
}

function openContract({ relationshipId, number, digest, text }: Row): Pick<Contract, "text" | "isUnreadable"> {
  if (text === null) return { text, isUnreadable: false };
  const opened = tryOpen("contracts.text", [relationshipId, number], text, (written) => readText(written, digest));
  if (opened.isReadable) return { text: opened.words, isUnreadable: false };
  const blocks: ContractText["blocks"] = [{ type: "paragraph", inlines: [{ type: "text", text: opened.instead }] }];
  return { text: { title: "Contract", blocks }, isUnreadable: true };
}
