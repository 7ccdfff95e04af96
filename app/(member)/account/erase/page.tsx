import { redirect } from "next/navigation";
import { RadioGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { sayWholeDate } from "@/lib/foundation/dates";
import { onTheWay } from "@/lib/foundation/destination";
import { ERASE_AFTER_DAYS, erasureDueAt } from "@/lib/people/accounts/deadlines";
import { countMatters, findOwnNumber } from "@/lib/people/accounts/queries";
import { sayWhatEnds } from "@/lib/people/accounts/wording";
import { readRequest } from "@/lib/people/auth/session";
import { erase } from "./actions";

/** For members, and for those who have deleted their account and signed in again. */
export default async function EraseEverythingPage() {
  const { viewer, departed, settings, now } = await readRequest();
  const who = viewer ?? departed;
  if (!who) redirect(onTheWay("/sign-in", "/account/erase"));
  const [number, ends] = await Promise.all([findOwnNumber(who), viewer ? countMatters(viewer.memberId, now) : null]);
  const { product, timeZone } = settings.society;
  const back = viewer ? { href: "/account/delete", label: "Delete Account" } : { href: "/come-back", label: "Come back" };
  return (
    <Page settings={settings} heading="Erase everything?" lede="Here is what happens if you confirm." back={back} isNarrow>
      <ul className="grid list-disc gap-2.5 pl-6 marker:text-soft">
        {ends && sayWhatEnds(ends, settings).map((line) => <li key={line}>{line}</li>)}
        {viewer && <li>We tell everybody affected that you are no longer on {product}. We give no reason.</li>}
        <li>
          All your personal data is erased for good: name, e-mail address, membership number, profiles, and everything you
          wrote. This cannot be undone.
        </li>
        <li>Your partners keep what they wrote themselves, and see “a former member” instead of your name.</li>
        <li>You stay on the society’s membership register. Your membership does not change.</li>
      </ul>
      <p>
        If you want a copy,{" "}
        <a href="/account/download" download>
          download your data
        </a>{" "}
        first.
      </p>
      <Form
        action={erase}
        submit="Erase everything"
        kind="danger"
        title={titleOf("Erase everything", settings)}
        aside={
          <LinkButton href={back.href} kind="plain">
            Erase nothing
          </LinkButton>
        }
      >
        <RadioGroup
          name="wish"
          legend="When"
          initial={["later"]}
          options={[
            {
              value: "later",
              label: `After ${ERASE_AFTER_DAYS} days, on ${sayWholeDate(erasureDueAt(now, timeZone), timeZone)}`,
              hint: "Until then you can sign in and come back. We tell you by e-mail.",
            },
            { value: "now", label: "Now", hint: "It is done as soon as you press the button." },
          ]}
        />
        <TextField name="number" label="Your membership number" hint={`To confirm, type it here: ${number ?? ""}.`} />
      </Form>
    </Page>
  );
}
