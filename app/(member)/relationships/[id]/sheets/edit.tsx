import { redirect } from "next/navigation";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { Unreadable } from "@/components/ui/unreadable";
import { SheetFields } from "@/components/worksheets/worksheet-fields";
import { findSheet } from "@/lib/mentoring/worksheets/queries";
import type { SheetKind } from "@/lib/mentoring/worksheets/sheet";
import { KIND_WORDS, sheetTitle } from "@/lib/mentoring/worksheets/wording";
import { findNothing } from "@/lib/people/auth/session";
import { requireRelationship } from "../require-relationship";
import { change } from "./actions";

/** The form that makes the next version. */
export async function showSheetForm(kind: SheetKind, { params }: { params: Promise<{ id: string; sheetId: string }> }) {
  const { viewer, settings, relationship, id, whoReads, when } = await requireRelationship(params);
  const { sheetId } = await params;
  const sheet = await findSheet(viewer, id, sheetId);
  if (sheet?.kind !== kind) findNothing(viewer, "relationship");
  const here = `/relationships/${id}/${kind}/${sheetId}`;
  if (!relationship.isOpen) redirect(here);
  const { name } = KIND_WORDS[kind];
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current={kind}
      heading={`Edit ${name}`}
      isNarrow={kind !== "swot"}
      lede={sheetTitle(sheet, when.now, when.timeZone)}
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
        <Draft memberId={viewer.memberId} place={`${id}/${kind}/${sheetId}`} />
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="sheetId" value={sheetId} />
        <input type="hidden" name="kind" value={kind} />
        <HiddenField name="base" initial={sheet.number} />
        {sheet.isUnreadable && <Unreadable>{sheet.words.title}</Unreadable>}
        <SheetFields kind={kind} initial={sheet.isUnreadable ? {} : sheet.words} whoReads={whoReads} />
      </Form>
    </RelationshipPage>
  );
}
