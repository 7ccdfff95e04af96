import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { GoalFields } from "@/components/goals/goal-fields";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { findWorksheet } from "@/lib/mentoring/worksheets/queries";
import { requireTool } from "../../require-relationship";
import { add } from "../actions";

/** With `?from=<G-STAR id>` the form begins with the actions of that G-STAR. */
export default async function NewGoalPage({ params, searchParams }: PageProps<"/relationships/[id]/goals/new">) {
  const { viewer, settings, relationship, id, whoReads, mayBegin } = await requireTool("goals", params);
  const { from } = await searchParams;
  const list = `/relationships/${id}/goals`;
  if (!mayBegin) redirect(list);
  const worksheet = typeof from === "string" ? await findWorksheet(viewer, id, from) : null;
  const actions = worksheet?.words.actions;
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="goals"
      heading="New goal"
      isNarrow
      lede={
        actions
          ? "We have copied the actions from your G-STAR. Keep the ones that belong to this goal. You can set another goal for the rest."
          : "Say what you want to achieve, by when, and how you will know."
      }
    >
      <Form
        action={add}
        submit="Save"
        title={titleOf("New goal", settings)}
        aside={
          <LinkButton href={list} kind="plain">
            Not now
          </LinkButton>
        }
      >
        <Draft memberId={viewer.memberId} place={`${id}/goals/new/${actions ? worksheet?.id : ""}`} />
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="goalId" value={randomUUID()} />
        <GoalFields initial={actions ? { what: actions } : {}} whoReads={whoReads} />
      </Form>
    </RelationshipPage>
  );
}
