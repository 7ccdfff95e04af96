import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { countApplications } from "@/lib/pairing/joining/queries";
import { sayNextDate, sayStatus, sayTime } from "@/lib/pairing/programmes/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listProgrammesIn } from "@/lib/staff/coordinating/queries";

export default async function ProgrammesPage({ searchParams }: PageProps<"/admin/programmes">) {
  const viewer = await requireStaff("programmes");
  const { timeZone } = viewer;
  const [{ settings, now }, { done }] = await Promise.all([readRequest(), searchParams]);
  const [programmes, applications] = await Promise.all([listProgrammesIn(viewer, "programmes", now), countApplications()]);
  return (
    <Page
      settings={settings}
      title="Programmes"
      heading="Programmes"
      lede={
        viewer.staff === "none"
          ? "The programmes that you look after."
          : "Besides the society’s own scheme you can run others, such as an intake a year. Members who can choose between several see their names; everybody else sees no difference."
      }
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
      {viewer.staff !== "none" && (
        <p>
          <LinkButton href="/admin/programmes/new">New programme</LinkButton>
        </p>
      )}
      <p>
        <Link href="/admin/matching/rules" className="inline-block py-1">
          Rules of matching
        </Link>
      </p>
    </Page>
  );
}
