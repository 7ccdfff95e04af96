import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { chooseAddress } from "./address/actions";

/** After the end: whether the partner still sees the viewer's e-mail address. Each decides about their own. */
export function OwnAddress({ relationship, settings }: { relationship: RelationshipView; settings: Settings }) {
  const { id, partner, keepsAddress } = relationship;
  return (
    <section aria-labelledby="address" className="grid gap-3 border-t border-rule pt-6">
      <h2 id="address">Staying in touch</h2>
      <p>
        {keepsAddress
          ? `${partner.name} can still see your e-mail address.`
          : `${partner.name} can no longer see your e-mail address. You can let them see it, so that you can stay in touch.`}
      </p>
      <Form
        action={chooseAddress}
        submit={keepsAddress ? "Stop showing my address" : "Show my address"}
        kind="quiet"
        title={titleOf(`You and ${partner.name}`, settings)}
        isOneOfSeveral
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="shown" value={keepsAddress ? "no" : "yes"} />
      </Form>
    </section>
  );
}
