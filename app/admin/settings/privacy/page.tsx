import { RadioGroup } from "@/components/ui/choices";
import { NumberField } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { SETTABLE, SETTABLE_KINDS } from "@/lib/society/settings/retention";
import { savePrivacy } from "../actions";
import { SectionPage } from "../section";

export default async function PrivacySettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <SectionPage
      settings={settings}
      name="privacy"
      heading="Privacy"
      lede="How long we keep what we know, and whether search engines may show the front page. The privacy policy says the same days."
      action={savePrivacy}
    >
      {(set) => (
        <>
          {SETTABLE_KINDS.map((kind) => {
            const { what, from, forever, why } = SETTABLE[kind];
            return (
              <NumberField
                key={kind}
                name={kind}
                label={what}
                hint={`${why} 0 means ${forever}.`}
                initial={set[kind] ?? ""}
                unit={`days ${from}`}
              />
            );
          })}
          <RadioGroup
            name="searchEngines"
            legend="Search engines"
            hint="This is about the front page and the texts that everybody may read. Pages for members are never shown."
            initial={[set.searchEngines ?? "no"]}
            options={[
              { value: "no", label: "Search engines are asked not to show this platform" },
              { value: "yes", label: "The public front page may be found by search engines" },
            ]}
          />
        </>
      )}
    </SectionPage>
  );
}
