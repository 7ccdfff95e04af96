import { TextArea, TextField } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveContact } from "../actions";
import { SectionPage } from "../section";

export default async function ContactSettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <SectionPage
      settings={settings}
      name="contact"
      heading="Help and links"
      lede="Where members find help and the society's own pages. Anything you leave empty is not shown."
      action={saveContact}
    >
      {(set) => (
        <>
          <TextField
            name="email"
            type="email"
            label="E-mail address for help (optional)"
            hint="It is shown on every page and in every e-mail, and replies to our e-mails go to it."
            initial={set.email ?? ""}
          />
          <TextField name="phone" label="Telephone for help (optional)" initial={set.phone ?? ""} maxLength={40} />
          <TextField name="websiteUrl" label="The society's website (optional)" initial={set.websiteUrl ?? ""} />
          <TextField
            name="accountUrl"
            label="Where members change their details (optional)"
            hint="The society's page for changing name, e-mail address and password."
            initial={set.accountUrl ?? ""}
          />
          <TextField
            name="renewUrl"
            label="Where members renew their membership (optional)"
            hint="Shown to people who sign in after their membership has lapsed."
            initial={set.renewUrl ?? ""}
          />
          <TextField
            name="cpdUrl"
            label="Your rules for professional development (optional)"
            hint="Shown beside a member's CPD record."
            initial={set.cpdUrl ?? ""}
          />
          <TextArea
            name="postalAddress"
            label="Postal address (optional)"
            hint="Shown on the page Help and at the end of every e-mail."
            room="short"
            initial={set.postalAddress ?? ""}
          />
        </>
      )}
    </SectionPage>
  );
}
