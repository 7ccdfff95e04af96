import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { countApplications } from "@/lib/pairing/joining/queries";
import { listProgrammes } from "@/lib/pairing/programmes/queries";
import { sayNextDate, sayStatus, sayTime } from "@/lib/pairing/programmes/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";

export default async function ProgrammesPage({ searchParams }: PageProps<"/admin/programmes">) {
  const { timeZone } = await requireStaff();
  const [{ settings, now }, { done }] = await Promise.all([readRequest(), searchParams]);
  const [programmes, applications] = await Promise.all([listProgrammes(now), countApplications()]);
  return (
    <Page
      settings={settings}
      title="Programmes"
      heading="Programmes"
      lede="Besides the society’s own scheme you can run others, such as an intake a year. Members who can choose between several see their names; everybody else sees no difference."
      done={done}
    >
      <Table
        caption="Programmes"
        columns={[{ label: "Name" }, { label: "Status" }, { label: "Time" }, { label: "Next" }, { label: "Applications" }]}
        rows={programmes.map((programme) => ({
          key: programme.id,
          cells: [
            <Link key="open" href={`/admin/programmes/${programme.id}`} className="inline-block py-0.5">
              {programme.name}
            </Link>,
            sayStatus(programme),
            sayTime(programme.time),
            sayNextDate(programme, now, timeZone) ?? "",
            applications.get(programme.id) ?? "",
          ],
        }))}
      />
      <p>
        <LinkButton href="/admin/programmes/new">New programme</LinkButton>
      </p>
    </Page>
  );
}
