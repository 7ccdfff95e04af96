import { randomUUID } from "node:crypto";
import { RadioGroup } from "@/components/ui/choices";
import { DateTimeField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { titleOf } from "@/components/ui/page";
import { sayZoneName } from "@/lib/foundation/time-zones";
import type { Settings } from "@/lib/society/settings/settings";
import { discardLetter, sendLetter, stopLetter, testLetter } from "../actions";

interface SeenProps {
  id: string;
  /** The version that the form is about. */
  seen: number;
  settings: Settings;
}

export function TestForm({ id, email }: { id: string; email: string }) {
  return (
    <section aria-labelledby="test" className="grid gap-3">
      <h2 id="test">Test it</h2>
      <p className="wrap-anywhere">We send it to {email}, as you would get it, and to nobody else.</p>
      <Form action={testLetter} submit="Send a test to myself" kind="quiet">
        <input type="hidden" name="id" value={id} />
        <HiddenField name="formId" initial={randomUUID()} />
      </Form>
    </section>
  );
}

export function SendForm({ id, seen, settings }: SeenProps) {
  return (
    <section aria-labelledby="send" className="grid gap-3">
      <h2 id="send">Send it</h2>
      <p>
        It goes to everybody who is on the list when it is sent. You can stop it until it has reached them all, but not take
        back what has been sent.
      </p>
      <Form action={sendLetter} submit="Send the letter" title={titleOf("Send it", settings)} isOneOfSeveral>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <RadioGroup
          name="when"
          legend="When?"
          options={[
            { value: "now", label: "Now" },
            { value: "later", label: "Later, at this time" },
          ]}
          initial={["now"]}
        />
        <DateTimeField name="at" label="Day and time" hint={`On the clock of ${sayZoneName(settings.society.timeZone)}`} />
      </Form>
    </section>
  );
}

export function StopForm({ id, seen, status }: SeenProps & { status: "scheduled" | "sending" }) {
  return (
    <section aria-labelledby="stop" className="grid gap-3">
      <h2 id="stop">Stop it</h2>
      <p>
        {status === "scheduled"
          ? "Nobody has been told of it yet. It becomes a draft again, which you can change and send."
          : "It reaches nobody else, and e-mails that have not left yet are not sent. Those whom it has reached keep it."}
      </p>
      <Form action={stopLetter} submit="Stop the letter" kind="danger">
        <input type="hidden" name="id" value={id} />
        <HiddenField name="seen" initial={String(seen)} />
      </Form>
    </section>
  );
}

export function DiscardForm({ id, seen }: SeenProps) {
  return (
    <Form action={discardLetter} submit="Delete the draft" kind="plain">
      <input type="hidden" name="id" value={id} />
      <HiddenField name="seen" initial={String(seen)} />
    </Form>
  );
}
