import { randomUUID } from "node:crypto";
import { AttachmentField } from "@/components/support/attachment-field";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import { sayDateTime } from "@/lib/foundation/dates";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Message } from "@/lib/pairing/conversations/conversation";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { ROOM } from "@/lib/staff/support/input";
import type { Concerned } from "@/lib/staff/support/queries";
import { CATEGORIES, type Category } from "@/lib/staff/support/request";
import { CATEGORY_CHOICES } from "@/lib/staff/support/wording";
import { ask } from "./actions";

interface RequestFormProps {
  viewer: Viewer;
  settings: Settings;
  people: readonly Concerned[];
  /** The relationship that they came from, and its latest messages. */
  relationship: RelationshipView | null;
  messages: readonly Message[];
  category: Category | null;
  now: Date;
}

export function RequestForm({ viewer, settings, people, relationship, messages, category, now }: RequestFormProps) {
  const { society } = settings;
  return (
    <section aria-labelledby="ask" className="grid gap-4">
      <h2 id="ask">Ask for help</h2>
      <WhoReads>
        Only the staff of {society.name} who look after {society.product} can read this. We do not tell your partners.
      </WhoReads>
      <Form action={ask} submit="Send" title={titleOf("Help", settings)}>
        <Draft memberId={viewer.memberId} place={`support/${relationship?.id ?? ""}`} />
        <input type="hidden" name="id" value={randomUUID()} />
        {relationship && <input type="hidden" name="relationshipId" value={relationship.id} />}
        <RadioGroup
          name="category"
          legend="What is it about?"
          options={CATEGORIES.map((value) => ({ value, label: CATEGORY_CHOICES[value] }))}
          initial={category ? [category] : []}
        />
        <TextField name="subject" label="In a few words" maxLength={ROOM.subject} />
        <TextArea
          name="words"
          label="What happened"
          hint="Say what you were trying to do, what you saw instead, who was involved, and what would put it right. If a page showed you a reference, please quote it."
          room="long"
        />
        {people.length > 0 && (
          <SelectField
            name="aboutMemberId"
            label="If you are complaining about a person, who is it? (optional)"
            hint="If you name a member of staff, they cannot see, answer or close this request. If you name a partner, we do not tell them. If it is about all of the staff, see how to complain."
            none="Nobody in particular"
            options={people.map(({ id, name, isStaff }) => ({ value: id, label: isStaff ? `${name} (staff)` : name }))}
          />
        )}
        {relationship && messages.length > 0 && (
          <Fieldset legend={`Show messages between you and ${relationship.partner.name}`}>
            <WhoReads>
              Staff cannot read your conversation. They see a copy of the messages that you tick here, and only for this
              request. We do not tell {relationship.partner.name}.
            </WhoReads>
            <CheckboxGroup
              name="messages"
              legend="Messages to show (optional)"
              options={messages.map(({ number, isMine, words, sentAt }) => ({
                value: number,
                label: `${isMine ? "You" : relationship.partner.name}, ${sayDateTime(sentAt, now, viewer.timeZone)}`,
                hint: words,
              }))}
            />
          </Fieldset>
        )}
        <AttachmentField label="Files (optional)" />
      </Form>
    </section>
  );
}
