import { DocumentText } from "@/components/content/document-text";
import type { Role } from "@/lib/foundation/viewer";
import { capital } from "@/lib/foundation/wording";
import type { Contract, ContractText } from "@/lib/mentoring/contracts/contract";
import { ERASED, orderSignatures, saySignedAt, sayVersion } from "@/lib/mentoring/contracts/wording";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";

interface ContractPaperProps {
  /** Null when it was erased. */
  text: ContractText | null;
  /** Null while neither has signed. */
  contract: Contract | null;
  version: Pick<Contract, "documentNumber" | "isOfProgramme">;
  relationship: RelationshipView;
  viewerName: string;
  settings: Settings;
  timeZone: string;
}

/** A contract as a sheet of paper: the text, and below it who has signed. */
export function ContractPaper({ text, contract, version, relationship, viewerName, settings, timeZone }: ContractPaperProps) {
  const nameOf = (role: Role) => (role === relationship.viewerIs ? viewerName : relationship.partner.name);
  return (
    <article
      aria-label={text?.title ?? "Contract"}
      className="grid grid-cols-1 gap-8 rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-9 print:border-0 print:p-0"
    >
      {text ? <DocumentText blocks={text.blocks} /> : <p>{ERASED}</p>}
      <div className="grid gap-6 border-t border-rule pt-6 wide:grid-cols-2 print:grid-cols-2 print:break-inside-avoid">
        {(contract ? orderSignatures(contract) : (["mentee", "mentor"] as const)).map((role) => (
          <SignatureLine
            key={role}
            signature={contract?.signatures[role] ?? null}
            name={nameOf(role)}
            role={settings.words[role]}
            timeZone={timeZone}
          />
        ))}
      </div>
      <p className="text-[0.92rem] text-soft">{sayVersion(version, settings)}.</p>
    </article>
  );
}

interface SignatureLineProps {
  signature: Contract["signatures"]["mentee"];
  name: string;
  role: string;
  timeZone: string;
}

/** A name on a line, or the line that waits for one. */
function SignatureLine({ signature, name, role, timeZone }: SignatureLineProps) {
  return (
    <div className="grid content-start gap-1.5">
      <p className="flex min-h-11 items-end border-b border-soft pb-1 font-lede text-2xl italic [overflow-wrap:anywhere]">
        {signature?.name ?? ""}
      </p>
      <p>{signature ? capital(role) : `${name}, ${role}`}</p>
      <p className="text-[0.92rem] text-soft">
        {signature ? (
          <>
            Signed on <time dateTime={signature.at.toISOString()}>{saySignedAt(signature.at, timeZone)}</time>
          </>
        ) : (
          "Not signed yet"
        )}
      </p>
    </div>
  );
}
