import { RelationshipPage } from "@/components/relationships/relationship-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { WhoReads } from "@/components/ui/who-reads";
import { listWorksheets } from "@/lib/mentoring/worksheets/queries";
import { KIND_WORDS, worksheetTitle } from "@/lib/mentoring/worksheets/wording";
import type { WorksheetKind } from "@/lib/mentoring/worksheets/worksheet";
import { requireTool } from "../require-relationship";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

/** All SWOTs or all G-STARs of the two, and the way to another one. */
export async function showWorksheets(kind: WorksheetKind, { params, searchParams }: Props) {
  const { viewer, settings, relationship, id, whoReads, when, mayBegin } = await requireTool(kind, params);
  const [worksheets, { done }] = await Promise.all([listWorksheets(viewer, id, kind), searchParams]);
  const { name, lede, invitation, one } = KIND_WORDS[kind];
  const here = `/relationships/${id}/${kind}`;
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current={kind}
      heading={name}
      title={`${name} – You and ${relationship.partner.name}`}
      lede={lede}
      done={done}
    >
      {worksheets.length > 0 ? (
        <>
          <ul className="grid">
            {worksheets.map((worksheet) => (
              <li key={worksheet.id} className="max-w-none border-t border-rule py-4 first:border-t-0 first:pt-0">
                <Link
                  href={`${here}/${worksheet.id}`}
                  className="inline-block py-1 font-serif text-xl [overflow-wrap:anywhere]"
                >
                  {worksheetTitle(worksheet, when.now, when.timeZone)}
                </Link>
                <span className="block text-soft">
                  {worksheet.number === 1 ? "Written" : "Changed"} by{" "}
                  {worksheet.changedById === viewer.memberId ? "you" : worksheet.changedByName},{" "}
                  <Time at={worksheet.changedAt} {...when} as="day" />
                </span>
              </li>
            ))}
          </ul>
          {mayBegin && (
            <p>
              <LinkButton href={`${here}/new`}>Add another</LinkButton>
            </p>
          )}
        </>
      ) : (
        <EmptyState
          heading={relationship.isOpen ? "Nothing here yet" : `You did not write ${one}`}
          action={relationship.isOpen && <LinkButton href={`${here}/new`}>Start {one}</LinkButton>}
        >
          <p>{invitation}</p>
        </EmptyState>
      )}
      <WhoReads>{whoReads}</WhoReads>
    </RelationshipPage>
  );
}
