import { TextField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveLook } from "../actions";
import { SectionPage } from "../section";

export default async function LookSettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <SectionPage
      settings={settings}
      name="look"
      heading="Colours"
      lede="The accent colour of links, buttons and boxes, in light mode and in dark mode."
      action={saveLook}
      hasPreview
      after={
        <p>
          <Link href="/admin/settings/logo">
            {settings.society.logo ? "Change or remove the logo" : "Add the society's logo"}
          </Link>
        </p>
      }
    >
      {(set) => (
        <>
          <TextField
            name="accent"
            label="On light paper"
            hint="A dark shade of the society's colour, as a hash and six digits, such as #1d4e57. It has to be dark enough for everybody to read."
            initial={set.accent ?? ""}
            maxLength={40}
          />
          <TextField
            name="accentOnDark"
            label="On dark paper"
            hint="A light shade of the same colour, such as #8cc6cb."
            initial={set.accentOnDark ?? ""}
            maxLength={40}
          />
        </>
      )}
    </SectionPage>
  );
}
