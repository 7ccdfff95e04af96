import { CheckboxGroup } from "@/components/ui/choices";
import { NumberField } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { idsOf } from "@/lib/society/settings/board-section";
import { MOST_READERS } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { listMembers } from "@/lib/staff/members/queries";
import { saveBoard } from "../actions";
import { SectionPage } from "../section";

/** More than a society has as staff; whoever comes later in the alphabet cannot be ticked. */
const MOST_STAFF = 200;

export default async function BoardSettingsPage() {
  const viewer = await requireStaff("admin");
  const { settings, now } = await readRequest();
  const filters = readFilters({ staff: "any", status: "active" });
  const { members } = await listMembers(viewer, filters, settings, now, MOST_STAFF);
  return (
    <SectionPage
      settings={settings}
      name="board"
      heading="The society’s board"
      lede="Who is told each month that the numbers of the last month are there. The mail has a link to the page and no numbers."
      action={saveBoard}
    >
      {(set) => (
        <>
          <CheckboxGroup
            name="readers"
            legend="Who is told"
            hint={`Up to ${MOST_READERS} members of staff. Tick nobody and no such mail is sent.`}
            options={members.map(({ id, name, number }) => ({ value: id, label: name, hint: number }))}
            initial={idsOf(set.readers ?? "")}
            columns="long"
          />
          <NumberField name="day" label="On which day of the month" initial={set.day ?? ""} unit="from 1 to 28" />
        </>
      )}
    </SectionPage>
  );
}
