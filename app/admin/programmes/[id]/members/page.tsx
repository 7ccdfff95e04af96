import { notFound } from "next/navigation";
import { Answers } from "@/components/profile-questions/answers";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { TickOne } from "@/components/ui/tick-one";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { writeTick } from "@/lib/pairing/joining/input";
import { STATUSES } from "@/lib/pairing/joining/joining";
import { listMembers } from "@/lib/pairing/joining/queries";
import { STATUS_WORDS } from "@/lib/pairing/joining/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listOnJoining } from "@/lib/people/profile-questions/queries";
import { asStaffOf, findProgrammeIn } from "@/lib/staff/coordinating/queries";
import { ListFile } from "../../../list-file";
import { answerMembers } from "../../actions";

const NO_ANSWERS: Awaited<ReturnType<typeof listOnJoining>> = new Map();

export default async function ProgrammeMembersPage({ params, searchParams }: PageProps<"/admin/programmes/[id]/members">) {
  const viewer = await requireStaff("programmes");
  const [{ settings, now, hasQuestions }, { id }, asked] = await Promise.all([readRequest(), params, searchParams]);
  const programme = await findProgrammeIn(viewer, "programmes", id, now);
  if (!programme) notFound();
  const status = STATUSES.find((one) => one === asked.status) ?? "joined";
  const after = typeof asked.after === "string" ? asked.after : undefined;
  const { members, next } = await listMembers(id, status, after);
  // Whoever looks after the programme decides about them, and reads what staff may read.
  const staff = hasQuestions ? await asStaffOf(viewer, { area: "programmes", of: "programmes", ids: [id] }) : null;
  const ids = members.map(({ memberId }) => memberId);
  const answers = staff ? await listOnJoining(staff, id, ids) : NO_ANSWERS;
  const here = `/admin/programmes/${id}/members?status=${status}`;
  return (
    <Page
      settings={settings}
      title={`Members of ${programme.name}`}
      heading={<span className="prose-plain">{`Members of ${programme.name}`}</span>}
      back={{ href: `/admin/programmes/${id}`, label: programme.name }}
      done={asked.done}
    >
      <nav aria-label="Members by status">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {STATUSES.map((one) => (
            <li key={one}>
              <Link
                href={`/admin/programmes/${id}/members?status=${one}`}
                aria-current={one === status ? "page" : undefined}
                className="inline-block py-1"
              >
                {STATUS_WORDS[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {members.length === 0 ? (
        <EmptyState heading={`Nobody here: ${STATUS_WORDS[status]}`}>
          <p>Members join from the programme’s page while it takes members.</p>
        </EmptyState>
      ) : (
        <Form action={answerMembers} title={titleOf(`Members of ${programme.name}`, settings)} isOneOfSeveral>
          <HiddenField name="programmeId" initial={id} />
          <Table
            caption={STATUS_WORDS[status]}
            columns={[
              ...["Member", "Tick", "Number", "As", "Since"].map((label) => ({ label })),
              ...(answers.size > 0 ? [{ label: "Answers" }] : []),
            ]}
            rows={members.map(({ memberId, name, number, role, askedAt, version }) => ({
              key: `${memberId} ${role}`,
              cells: [
                <Link key="open" href={`/admin/members/${memberId}`} className="inline-block py-0.5">
                  {name}
                </Link>,
                <TickOne
                  key="tick"
                  name="who"
                  value={writeTick({ memberId, role, seen: version })}
                  label={`${name}, ${settings.words[role]}`}
                />,
                number,
                capital(settings.words[role]),
                <Time key="since" at={askedAt} now={now} timeZone={viewer.timeZone} />,
                ...(answers.size > 0 ? [<Answers key="answers" shown={answers.get(`${memberId} ${role}`) ?? []} />] : []),
              ],
            }))}
          />
          {status !== "left" && (
            <div className="flex flex-wrap gap-x-4 gap-y-3">
              {status !== "joined" && (
                <Button name="answer" value="approve">
                  Take those ticked
                </Button>
              )}
              {status !== "declined" && (
                <Button kind="danger" name="answer" value="decline">
                  {status === "applied" ? "Decline those ticked" : "Take out those ticked"}
                </Button>
              )}
            </div>
          )}
        </Form>
      )}
      <Pagination
        of="members"
        previous={after ? here : null}
        previousLabel="Back to the first page"
        next={next && `${here}&after=${next}`}
      />
      {members.length > 0 && <ListFile list="programme-members" filters={{ programme: id, status }} />}
    </Page>
  );
}
