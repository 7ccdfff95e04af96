import { NumberField } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveToday } from "../actions";
import { SectionPage } from "../section";

export default async function TodaySettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <SectionPage
      settings={settings}
      name="today"
      heading="Today"
      lede="When proposals and relationships appear on the page Today because they may need your attention."
      action={saveToday}
    >
      {(set) => (
        <>
          <NumberField
            name="firstConversationAfterDays"
            label="No first conversation"
            initial={set.firstConversationAfterDays ?? ""}
            unit="days after the relationship started"
          />
          <NumberField
            name="nearExpiryDays"
            label="A proposal without a reply"
            initial={set.nearExpiryDays ?? ""}
            unit="days before it expires"
          />
          <NumberField
            name="quietAfterDays"
            label="A quiet relationship"
            initial={set.quietAfterDays ?? ""}
            unit="days after anything last happened"
          />
        </>
      )}
    </SectionPage>
  );
}
