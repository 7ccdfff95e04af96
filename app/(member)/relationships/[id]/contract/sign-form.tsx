import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { sign } from "./actions";

interface SignFormProps {
  relationshipId: string;
  /** The digest of the text above. */
  seen: string;
  viewerName: string;
  partnerName: string;
  title: string;
  settings: Settings;
}

/** Signed is what has a name typed below it. */
export function SignForm({ relationshipId, seen, viewerName, partnerName, title, settings }: SignFormProps) {
  return (
    <section aria-labelledby="sign" className="grid gap-5 border-t border-rule pt-6">
      <h2 id="sign">Sign</h2>
      <p>
        Read the whole contract first, and talk to {partnerName} about anything you would like to do differently. By signing you
        agree to the text above. We keep the time and this exact text, and tell {partnerName}.
      </p>
      <Form action={sign} submit="Sign" title={titleOf(title, settings)}>
        <input type="hidden" name="relationshipId" value={relationshipId} />
        <input type="hidden" name="seen" value={seen} />
        <TextField name="name" label="Type your name" hint={`Your name as we know it: ${viewerName}`} maxLength={200} />
        <WhoReads>{sayWhoReads("partners", partnerName)} They can only see whether you have signed, and when.</WhoReads>
      </Form>
    </section>
  );
}
