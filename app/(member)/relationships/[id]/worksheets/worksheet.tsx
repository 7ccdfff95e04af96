import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { WhoReads } from "@/components/ui/who-reads";
import { WorksheetVersions } from "@/components/worksheets/worksheet-versions";
import { findWorksheet } from "@/lib/mentoring/worksheets/queries";
import { BOX_WORDS, worksheetTitle } from "@/lib/mentoring/worksheets/wording";
import { BOXES, type WorksheetKind } from "@/lib/mentoring/worksheets/worksheet";
import { toolsOf } from "@/lib/pairing/programmes/settings-of";
import { findNothing } from "@/lib/people/auth/session";
import { requireTool } from "../require-relationship";

interface Props {
  params: Promise<{ id: string; worksheetId: string }>;
  searchParams: Promise<{ done?: string | string[]; version?: string | string[] }>;
}

/** One SWOT or G-STAR, in its newest version or an earlier one. */
export async function showWorksheet(kind: WorksheetKind, { params, searchParams }: Props) {
  const { viewer, settings, relationship, id, whoReads, when, mayBegin } = await requireTool(kind, params);
  const [{ worksheetId }, { done, version }] = await Promise.all([params, searchParams]);
  const worksheet = await findWorksheet(viewer, id, worksheetId, numberIn(version));
  if (worksheet?.kind !== kind) findNothing(viewer, "relationship");
  const { words, shown, number, versions } = worksheet;
  const written = versions.find((one) => one.number === shown);
  const here = `/relationships/${id}/${kind}/${worksheetId}`;
  const isNewest = shown === number;
  const hasGoals = toolsOf(relationship.programme?.own ?? null).includes("goals");
  const heading = worksheetTitle(worksheet, when.now, when.timeZone);
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current={kind}
      heading={heading}
      title={isNewest ? heading : `Version ${shown} – ${heading}`}
      done={done}
    >
      {!isNewest && (
        <Note>
          <p>
            This is version {shown}. <Link href={here}>See the newest</Link>
          </p>
        </Note>
      )}
      <div className="grid gap-x-12 gap-y-7 wide:grid-cols-2">
        {BOXES[kind].map((box) => (
          <section key={box} aria-labelledby={box} className="grid content-start gap-2 border-t border-rule pt-4">
            <h2 id={box}>{BOX_WORDS[box].label}</h2>
            {words[box] ? (
              <p className="prose-plain">{words[box]}</p>
            ) : (
              <p className="text-soft italic">Nothing yet. {BOX_WORDS[box].prompt}</p>
            )}
            {box === "actions" && words[box] && isNewest && relationship.isOpen && hasGoals && (
              <p>
                <Link href={`/relationships/${id}/goals/new?from=${worksheetId}`} className="inline-block py-1">
                  Turn this into a goal
                </Link>
              </p>
            )}
          </section>
        ))}
      </div>
      <div className="grid gap-3">
        {written && (
          <p className="text-soft">
            {shown === 1 ? "Written" : "Changed"} by {written.authorId === viewer.memberId ? "you" : written.authorName},{" "}
            <Time at={written.writtenAt} {...when} as="date-time" />.
          </p>
        )}
        <WhoReads>{whoReads}</WhoReads>
        <p className="flex flex-wrap items-center gap-4">
          {relationship.isOpen && isNewest && <LinkButton href={`${here}/edit`}>Edit</LinkButton>}
          {mayBegin && (
            <Link href={`/relationships/${id}/${kind}/new`} className="py-1">
              Add another
            </Link>
          )}
          <Link href={`/relationships/${id}/${kind}`} className="py-1">
            All of them
          </Link>
        </p>
      </div>
      <WorksheetVersions versions={versions} shown={shown} href={here} memberId={viewer.memberId} {...when} />
    </RelationshipPage>
  );
}

/** Null for a number that cannot be a version. */
function numberIn(version: string | string[] | undefined): number | null {
  if (version === undefined) return null;
  return typeof version === "string" && /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0;
}
