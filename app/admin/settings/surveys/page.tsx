import { NumberField } from "@/components/ui/field";
import { TickBox } from "@/components/ui/tick-box";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveSurveys } from "../actions";
import { SectionPage } from "../section";

export default async function SurveySettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  const { name } = settings.society;
  return (
    <SectionPage
      settings={settings}
      name="surveys"
      heading="Surveys"
      lede={`When members are asked how their mentoring goes. Nobody gets more than one survey in two weeks, and members read that staff of ${name} see the answers.`}
      action={saveSurveys}
    >
      {(set) => (
        <>
          <TickBox
            name="meeting"
            value="yes"
            label="After a meeting that was held"
            hint="They say how it was, from 1 to 5, and can add a line."
            isTicked={set.meeting === "yes"}
          />
          <TickBox
            name="pulse"
            value="yes"
            label="While a relationship lasts"
            hint="They say how it is going, from 1 to 5, and whether they meet as often as they would like to, and can add a line."
            isTicked={set.pulse === "yes"}
          />
          <NumberField name="pulseOnDay" label="First on day" initial={set.pulseOnDay ?? ""} unit="of the relationship" />
          <NumberField name="pulseEveryDays" label="And then every" initial={set.pulseEveryDays ?? ""} unit="days" />
          <TickBox
            name="closing"
            value="yes"
            label="When a relationship has ended"
            hint="They say how it was, from 1 to 5, and whether they would recommend it, and can add a line."
            isTicked={set.closing === "yes"}
          />
        </>
      )}
    </SectionPage>
  );
}
