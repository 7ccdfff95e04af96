import { createHash } from "node:crypto";
import { env } from "@/lib/foundation/env";
import { oneLine } from "@/lib/foundation/typed-text";
import type { Viewer } from "@/lib/foundation/viewer";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { getTextIn } from "@/lib/pairing/programmes/texts/queries";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import type { ContractText, Offer } from "./contract";

/** The newest text of their programme, or else of the society, with the names and dates of these two, for the first of them to sign. */
export async function makeOffer(viewer: Viewer, relationship: RelationshipView, settings: Settings, now: Date): Promise<Offer> {
  const { viewerIs, partner, startedAt, agreedUntil, programme } = relationship;
  const [viewerName, partnerName] = [oneLine(viewer.name), oneLine(partner.name)];
  const partners =
    viewerIs === "mentee"
      ? { menteeName: viewerName, mentorName: partnerName, startedAt, agreedUntil }
      : { menteeName: partnerName, mentorName: viewerName, startedAt, agreedUntil };
  const surroundings = { settings: settingsOf(programme?.own ?? null, settings), signIn: env().SIGN_IN, partners };
  const { title, blocks, number, isOfProgramme } = await getTextIn(programme?.id ?? null, "contract", surroundings, now);
  const text = { title, blocks };
  return { text, digest: digestOf(writeText(text)), documentNumber: number, isOfProgramme };
}

/** The version of the stored format. If the format changes one day, older contracts keep theirs. */
const FORMAT = 1;

/** A text in the form in which it is stored for good. */
export function writeText({ title, blocks }: ContractText): string {
  return JSON.stringify({ format: FORMAT, title, blocks });
}

/** Reads a stored text. @throws Error when it is not the one that was signed. */
export function readText(written: string, digest: string): ContractText {
  if (digestOf(written) !== digest) throw new Error("A contract is not the text that was signed.");
  const { title, blocks } = JSON.parse(written) as ContractText;
  return { title, blocks };
}

function digestOf(written: string): string {
  return createHash("sha256").update(written).digest("hex");
}
