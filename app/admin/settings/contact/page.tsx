import { TextField } from "@/components/ui/field";
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
      lede="Where members find help and the society's own pages. What is empty is not mentioned anywhere."
      action={saveContact}
    >
      {(set) => (
        <>
          <TextField
            name="email"
            type="email"
            label="E-mail address for help (optional)"
            hint="It is on every page and in every mail, and answers to mails go there."
            initial={set.email ?? ""}
          />
          <TextField name="phone" label="Telephone for help (optional)" initial={set.phone ?? ""} maxLength={40} />
          <TextField name="websiteUrl" label="The society's website (optional)" initial={set.websiteUrl ?? ""} />
          <TextField
            name="accountUrl"
            label="Where members change their details (optional)"
            hint="The page of the society with name, e-mail address and password."
            initial={set.accountUrl ?? ""}
          />
          <TextField
            name="renewUrl"
            label="Where a membership is renewed (optional)"
            hint="Shown to whoever signs in after theirs has lapsed."
            initial={set.renewUrl ?? ""}
          />
        </>
      )}
    </SectionPage>
  );
}
