import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { WorksheetFields } from "@/components/worksheets/worksheet-fields";
import { KIND_WORDS } from "@/lib/mentoring/worksheets/wording";
import type { WorksheetKind } from "@/lib/mentoring/worksheets/worksheet";
import { requireTool } from "../require-relationship";
import { add } from "./actions";

/** The form for a new SWOT or G-STAR. */
export async function showNewWorksheet(kind: WorksheetKind, { params }: { params: Promise<{ id: string }> }) {
  const { viewer, settings, relationship, id, whoReads, mayBegin } = await requireTool(kind, params);
  const { name, lede } = KIND_WORDS[kind];
  const list = `/relationships/${id}/${kind}`;
  if (!mayBegin) redirect(list);
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current={kind}
      heading={`New ${name}`}
      lede={lede}
      isNarrow={kind !== "swot"}
    >
      <Form
        action={add}
        submit="Save"
        title={titleOf(`New ${name}`, settings)}
        aside={
          <LinkButton href={list} kind="plain">
            Not now
          </LinkButton>
        }
      >
        <Draft memberId={viewer.memberId} place={`${id}/${kind}/new`} />
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="worksheetId" value={randomUUID()} />
        <input type="hidden" name="kind" value={kind} />
        <WorksheetFields kind={kind} initial={{}} whoReads={whoReads} />
      </Form>
    </RelationshipPage>
  );
}
