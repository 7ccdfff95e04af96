import { DateField, SelectField, TextField } from "@/components/ui/field";
import { env } from "@/lib/foundation/env";
import { listZones } from "@/lib/foundation/time-zones";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveSociety } from "../actions";
import { SectionPage } from "../section";

export default async function SocietySettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <SectionPage
      settings={settings}
      name="society"
      heading="The society"
      lede="The society's name, the name of this platform and its time zone."
      action={saveSociety}
    >
      {(set) => (
        <>
          <TextField name="name" label="Name of the society" initial={set.name ?? ""} maxLength={80} />
          <TextField
            name="product"
            label="Name of this platform"
            hint="Shown above the society's name on every page, and as the sender of e-mails."
            initial={set.product ?? ""}
            maxLength={40}
          />
          <SelectField
            name="timeZone"
            label="Time zone"
            hint="Used for reminders, and for members who have not chosen a time zone of their own. Meetings that are already arranged stay at the same moment."
            options={listZones(set.timeZone ?? "UTC")}
            initial={set.timeZone ?? ""}
          />
          {env().SIGN_IN === "local" && (
            <SelectField
              name="staffSecondStep"
              label="Second step for staff"
              hint="A passkey or an authenticator app beside the password. Staff who have none are led to set one up before the staff pages open."
              none="Up to each of them"
              options={[{ value: "needed", label: "Needed for the staff pages" }]}
              initial={set.staffSecondStep ?? ""}
            />
          )}
          {env().SIGN_IN === "federated" && (
            <DateField
              name="moveUntil"
              label="Last day for moving to a new sign-in (optional)"
              hint="For when the society changes its sign-in system. In the month before the end of this day, members who come from the new one with the same membership number and e-mail address keep their account, and are told by e-mail. Otherwise leave it empty."
              initial={set.moveUntil ?? ""}
            />
          )}
        </>
      )}
    </SectionPage>
  );
}
