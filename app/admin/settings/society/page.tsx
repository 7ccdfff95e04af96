import { SelectField, TextField } from "@/components/ui/field";
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
      lede="Whose platform this is, what you call it, and by which clock its days are counted."
      action={saveSociety}
    >
      {(set) => (
        <>
          <TextField name="name" label="Name of the society" initial={set.name ?? ""} maxLength={80} />
          <TextField
            name="product"
            label="Name of this platform"
            hint="It stands above the society's name on every page, and mails are sent in it."
            initial={set.product ?? ""}
            maxLength={40}
          />
          <SelectField
            name="timeZone"
            label="Time zone"
            hint="Members who have chosen none see times in it, and reminders count its days. What is arranged already keeps its instant."
            options={zonesWith(set.timeZone ?? "")}
            initial={set.timeZone ?? ""}
          />
        </>
      )}
    </SectionPage>
  );
}

/** The names that are known here, and the one that is set whatever it is called. */
function zonesWith(set: string) {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", set]);
  return [...names].sort().map((name) => ({ value: name, label: name.replaceAll("_", " ") }));
}
