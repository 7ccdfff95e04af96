import { Form } from "@/components/ui/form";
import { giveBackWords } from "../actions";
import type { WhichMails } from "../which-mails";

/** Ours again: what the society wrote stays among the versions. */
export function GiveBack({ which: { kind, programmeId } }: { which: WhichMails }) {
  return (
    <section aria-labelledby="ours" className="grid gap-3">
      <h2 id="ours">Stop using your own words</h2>
      <p>
        {programmeId
          ? "This programme’s e-mails will use the same words as all others of this kind."
          : "E-mails of this kind will use the words that come with the product."}{" "}
        Your versions are kept, so you can bring them back.
      </p>
      <Form action={giveBackWords} submit="Stop using these words" kind="quiet">
        <input type="hidden" name="kind" value={kind} />
        {programmeId && <input type="hidden" name="programmeId" value={programmeId} />}
      </Form>
    </section>
  );
}
