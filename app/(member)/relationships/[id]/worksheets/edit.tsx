import { redirect } from "next/navigation";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { Unreadable } from "@/components/ui/unreadable";
import { VersionField } from "@/components/ui/version-field";
import { WorksheetFields } from "@/components/worksheets/worksheet-fields";
import { findWorksheet } from "@/lib/mentoring/worksheets/queries";
import { KIND_WORDS, worksheetTitle } from "@/lib/mentoring/worksheets/wording";
import type { WorksheetKind } from "@/lib/mentoring/worksheets/worksheet";
import { findNothing } from "@/lib/people/auth/session";
import { requireTool } from "../require-relationship";
import { change } from "./actions";

/** The form that makes the next version. */
export async function showWorksheetForm(
  kind: WorksheetKind,
  { params }: { params: Promise<{ id: string; worksheetId: string }> },
) {
  const { viewer, settings, relationship, id, whoReads, when } = await requireTool(kind, params);
  const { worksheetId } = await params;
  const worksheet = await findWorksheet(viewer, id, worksheetId);
  if (worksheet?.kind !== kind) findNothing(viewer, "relationship");
  const here = `/relationships/${id}/${kind}/${worksheetId}`;
  if (!relationship.isOpen) redirect(here);
  const { name } = KIND_WORDS[kind];
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current={kind}
      heading={`Edit ${name}`}
      isNarrow={kind !== "swot"}
      lede={worksheetTitle(worksheet, when.now, when.timeZone)}
    >
      <Form
        action={change}
        submit="Save"
        title={titleOf(`Edit ${name}`, settings)}
        aside={
          <LinkButton href={here} kind="plain">
            Leave it as it is
          </LinkButton>
        }
      >
        <Draft memberId={viewer.memberId} place={`${id}/${kind}/${worksheetId}`} />
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="worksheetId" value={worksheetId} />
        <input type="hidden" name="kind" value={kind} />
        <VersionField name="base" initial={worksheet.number} />
        {worksheet.isUnreadable && <Unreadable>{worksheet.words.title}</Unreadable>}
        <WorksheetFields kind={kind} initial={worksheet.isUnreadable ? {} : worksheet.words} whoReads={whoReads} />
      </Form>
    </RelationshipPage>
  );
}
