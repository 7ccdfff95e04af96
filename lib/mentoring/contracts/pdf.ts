import type { Block, Inline } from "@/lib/foundation/blocks";
import { makePdf } from "@/lib/foundation/pdf/make";
import type { Settings } from "@/lib/society/settings/settings";
import type { Contract } from "./contract";
import { ERASED, orderSignatures, saySignature, sayVersion } from "./wording";

/** A contract that both have signed, as a file: the text, and who signed when by the society's clock. */
export async function makeContractPdf(contract: Contract, settings: Settings): Promise<Buffer> {
  const { society } = settings;
  const { text, signatures } = contract;
  const lines = orderSignatures(contract).map((role) => paragraph(saySignature(contract, role, settings, society.timeZone)));
  const version = sayVersion(contract, settings);
  return makePdf({
    title: text?.title ?? "Contract",
    society: society.name,
    blocks: [...(text?.blocks ?? [paragraph(ERASED)]), heading("Signatures"), ...lines],
    foot: version,
    at: new Date(Math.max(signatures.mentee?.at.getTime() ?? 0, signatures.mentor?.at.getTime() ?? 0)),
  });
}

const words = (text: string): Inline[] => [{ type: "text", text }];
const paragraph = (text: string): Block => ({ type: "paragraph", inlines: words(text) });
const heading = (text: string): Block => ({ type: "heading", level: 2, id: "", inlines: words(text) });
