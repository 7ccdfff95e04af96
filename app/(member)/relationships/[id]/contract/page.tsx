import { ContractPaper } from "@/components/contracts/contract-paper";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { isComplete } from "@/lib/mentoring/contracts/contract";
import { nextText } from "@/lib/mentoring/contracts/decide";
import { makeOffer } from "@/lib/mentoring/contracts/offer";
import { listContracts } from "@/lib/mentoring/contracts/queries";
import { sayRefusal, sayStanding, toRefusal } from "@/lib/mentoring/contracts/wording";
import { requireRelationship } from "../require-relationship";
import { EarlierContracts, PaperLinks } from "./papers";
import { SignForm } from "./sign-form";

export default async function ContractPage({ params, searchParams }: PageProps<"/relationships/[id]/contract">) {
  const [{ viewer, settings, now, relationship, id }, { done, refused, text }] = await Promise.all([
    requireRelationship(params),
    searchParams,
  ]);
  const [contracts, offer] = await Promise.all([listContracts(viewer, id), makeOffer(viewer, relationship, settings, now)]);
  const { partner, viewerIs, isOpen } = relationship;
  const [newest = null, ...earlier] = contracts;
  const next = nextText({ newest, offer });
  const refusal = toRefusal(refused);
  // The contract that both have signed is shown unless the newer text is asked for.
  const offered = next.is === "offer" && isOpen && (!next.isNewer || text === "newest") ? next.offer : null;
  const shown = offered ? null : newest;
  const mayJoin = next.is === "waiting" && !next.contract.isUnreadable && next.contract.signatures[viewerIs] === null;
  const maySign = isOpen && (offered !== null || mayJoin);
  const title = `Contract with ${partner.name}`;
  const when = { now, timeZone: viewer.timeZone };
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="contract"
      heading="Contract"
      {...(maySign ? {} : { title })}
      lede={
        offered && newest
          ? "This is a newer text. You can sign it, but you do not have to."
          : sayStanding(newest, viewerIs, partner.name, isOpen)
      }
      done={done}
      problem={refusal && sayRefusal(refusal, viewer.name, partner.name)}
      isNarrow
    >
      {next.is === "offer" && next.isNewer && isOpen && (
        <Note kind="plain">
          {offered ? (
            <p>
              The contract you both signed stays as it is.{" "}
              <Link href={`/relationships/${id}/contract`}>Back to the contract you signed</Link>
            </p>
          ) : (
            <p>
              {settings.society.name} has since published a newer text. You do not have to sign it, but you can if you both want
              to. <Link href={`/relationships/${id}/contract?text=newest`}>Read the newer text</Link>
            </p>
          )}
        </Note>
      )}
      {shown && isComplete(shown) && <PaperLinks id={id} number={shown.number} />}
      {offered || shown ? (
        <ContractPaper
          text={offered?.text ?? shown?.text ?? null}
          contract={shown}
          version={offered ?? shown ?? offer}
          relationship={relationship}
          viewerName={viewer.name}
          settings={settings}
          timeZone={viewer.timeZone}
        />
      ) : (
        <p>Neither of you signed a contract.</p>
      )}
      {maySign && (
        <SignForm
          relationshipId={id}
          seen={offered?.digest ?? shown?.digest ?? ""}
          viewerName={viewer.name}
          partnerName={partner.name}
          title={title}
          settings={settings}
        />
      )}
      <EarlierContracts id={id} contracts={offered && newest ? contracts : earlier} {...when} />
    </RelationshipPage>
  );
}
