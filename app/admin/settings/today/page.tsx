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
      heading="What staff are shown"
      lede="From when on proposals and relationships stand on the page Today, because they may need a person."
      action={saveToday}
    >
      {(set) => (
        <>
          <NumberField
            name="firstConversationAfterDays"
            label="No first conversation"
            initial={set.firstConversationAfterDays ?? ""}
            unit="days after the relationship began"
          />
          <NumberField
            name="nearExpiryDays"
            label="A proposal without an answer"
            initial={set.nearExpiryDays ?? ""}
            unit="days before it expires"
          />
          <NumberField
            name="quietAfterDays"
            label="A relationship in which nothing happens"
            initial={set.quietAfterDays ?? ""}
            unit="days after something last did"
          />
        </>
      )}
    </SectionPage>
  );
}
