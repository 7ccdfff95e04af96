import { randomUUID } from "node:crypto";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { SelectField, TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { titleOf } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import type { Settings } from "@/lib/society/settings/settings";
import type { RequestForStaff } from "@/lib/staff/support/answering/queries";
import { CATEGORIES } from "@/lib/staff/support/request";
import { CATEGORY_WORDS } from "@/lib/staff/support/wording";
import { answer, note, sort, take } from "../actions";

interface FormProps {
  request: RequestForStaff;
  settings: Settings;
}

const title = ({ request, settings }: FormProps) => titleOf(`Request ${request.reference}`, settings);

/** What staff write: `name` is the member's, `memberId` the writer's. */
type WritingProps = FormProps & { name: string; memberId: string };

export function AnswerForm({ name, memberId, ...props }: WritingProps) {
  const { id, version } = props.request;
  return (
    <section aria-labelledby="answer" className="grid gap-4">
      <h2 id="answer">Answer</h2>
      <WhoReads>
        {name} reads your reply here and sees your name. The e-mail that tells them about it contains the reference, but not
        your reply.
      </WhoReads>
      <Form action={answer} submit="Send answer" title={title(props)} isOneOfSeveral>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="entryId" value={randomUUID()} />
        <HiddenField name="version" initial={version} />
        <Draft memberId={memberId} place={`admin/support/${id}`} />
        <TextArea
          name="words"
          label="Your answer"
          hint="You can leave this empty if you mark the request as solved."
          room="long"
        />
        <RadioGroup
          name="next"
          legend="What happens next"
          options={[
            { value: "wait", label: "Wait for the member to reply" },
            { value: "solve", label: "Mark the request as solved" },
          ]}
          initial={["wait"]}
        />
      </Form>
    </section>
  );
}

export function NoteForm({ name, memberId, ...props }: WritingProps) {
  return (
    <section aria-labelledby="internal" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="internal">Internal note</h2>
      <WhoReads>
        Only staff can read this. {name} does not see it, and it is not included in Download my data. It is deleted when the
        member is erased.
      </WhoReads>
      <Form action={note} submit="Save note" kind="quiet" title={title(props)} isOneOfSeveral>
        <input type="hidden" name="id" value={props.request.id} />
        <input type="hidden" name="entryId" value={randomUUID()} />
        <Draft memberId={memberId} place={`admin/support/${props.request.id}/note`} />
        <TextArea name="note" label="Your note" room="short" />
      </Form>
    </section>
  );
}

export function TakeForm(props: FormProps) {
  const { id, isMine } = props.request;
  return (
    <Form
      action={take}
      submit={isMine ? "Stop handling this" : "Handle this request"}
      kind="quiet"
      title={title(props)}
      isOneOfSeveral
      className="self-end"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="take" value={isMine ? "no" : "yes"} />
    </Form>
  );
}

export function SortForm(props: FormProps) {
  const { id, category } = props.request;
  return (
    <Form action={sort} submit="Change category" kind="quiet" title={title(props)} isOneOfSeveral>
      <input type="hidden" name="id" value={id} />
      <SelectField
        name="category"
        label="Category"
        options={CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }))}
        initial={category}
      />
    </Form>
  );
}
