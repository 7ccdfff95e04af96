import { EmptyState } from "@/components/ui/empty-state";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterForm, Kept } from "@/components/ui/filter-form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Narrowing } from "@/components/ui/narrowing";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { sayDate } from "@/lib/foundation/dates";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { listAppointments } from "@/lib/staff/appointing/queries";
import { sayAppointment } from "@/lib/staff/appointing/wording";
import { findProgrammesOf } from "@/lib/staff/matching/queries";
import { STATUSES } from "@/lib/staff/members/directory";
import { type Filters, LONGEST_WORDS, ROLES, readFilters, writeFilters } from "@/lib/staff/members/input";
import { listMembers } from "@/lib/staff/members/queries";
import { STAFF_WORDS, STANDING_WORDS, STATUS_WORDS, sayCounted, sayRoleFilter } from "@/lib/staff/members/wording";
import { ListFile } from "../list-file";
import { MemberList } from "./member-list";

export default async function MembersPage({ searchParams }: PageProps<"/admin/members">) {
  const viewer = await requireStaff("members");
  const [{ settings, now }, params] = await Promise.all([readRequest(), searchParams]);
  const filters = readFilters(params);
  const run = filters.leftOverMentees ?? filters.leftOverMentors;
  const [{ members, next, isCut, waiting }, appointments, programmes] = await Promise.all([
    listMembers(viewer, filters, settings, now),
    listAppointments(viewer, now),
    findProgrammesOf(scopeOf(viewer, "members"), run ? [run] : []),
  ]);
  const counted = sayCounted(filters, settings, programmes.get(run ?? ""));
  const isFiltered = writeFilters(filters) !== "";
  return (
    <Page
      settings={settings}
      title="Members"
      heading="Members"
      lede={viewer.staff === "none" ? "Members of the programmes that you look after." : "Everybody who has an account here."}
      done={params.done}
    >
      {waiting > 0 && filters.status !== "waiting" && (
        <Note>
          <p>
            <Link href="/admin/members?status=waiting">{sayWaiting(waiting)}</Link>
          </p>
        </Note>
      )}
      {appointments.length > 0 && (
        <Note kind="plain">
          {appointments.map((one) => (
            <p key={one.number}>{sayAppointment(one, sayDate(one.until, now, viewer.timeZone))}</p>
          ))}
        </Note>
      )}
      <FilterForm href="/admin/members" submit="Show members" isFiltered={isFiltered}>
        <Fields filters={filters} settings={settings} isForStaff={viewer.staff !== "none"} />
      </FilterForm>
      {counted && (
        <Note kind="plain">
          <p>{counted}.</p>
        </Note>
      )}
      {isCut && (
        <Note kind="plain">
          <p>Too many members match, so some are left out. Type more of the name, number or address.</p>
        </Note>
      )}
      {viewer.staff === "none" && (
        <p>
          <Link href="/admin/letters" className="inline-block py-1">
            Letters that you have written
          </Link>
        </p>
      )}
      {members.length > 0 ? (
        <section aria-label="Members found" className="min-w-0">
          <MemberList members={members} settings={settings} timeZone={viewer.timeZone} now={now} />
          <Pagination
            of="members"
            previous={filters.after ? `/admin/members${writeFilters(filters)}` : null}
            previousLabel="Back to the first page"
            next={next && `/admin/members${writeFilters(filters, next)}`}
          />
          <p className="print:hidden">
            <Link href={`/admin/letters/new${writeFilters(filters)}`} className="inline-block py-1">
              Write to these members
            </Link>
          </p>
          {(filters.gap === "mentee-alone" || filters.gap === "mentee-never") && (
            <p className="print:hidden">
              <Link href="/admin/matching" className="inline-block py-1">
                Match those who wait
              </Link>
            </p>
          )}
          <ListFile list="members" filters={{ ...filters, words: null, q: filters.words }} />
        </section>
      ) : (
        <EmptyState heading="No members match" action={<LinkButton href="/admin/members">Show all members</LinkButton>}>
          <p>
            Each word you type must be the beginning of a name, a membership number or a part of an e-mail address. Try fewer
            letters or fewer filters.
          </p>
        </EmptyState>
      )}
    </Page>
  );
}

/** The search box and the filters. */
function Fields({ filters, settings: { words }, isForStaff }: { filters: Filters; settings: Settings; isForStaff: boolean }) {
  const isNarrowed = writeFilters({ ...filters, words: "" }) !== "";
  const { gap, age, offers, couldOffer, leftOverMentees, leftOverMentors, joinedFrom, joinedTo } = filters;
  return (
    <>
      <Kept values={{ gap, age, offers, couldOffer, leftOverMentees, leftOverMentors, joinedFrom, joinedTo }} />
      <TextField
        type="search"
        name="q"
        label="Search"
        hint="Name, number or e-mail address, or the beginning of it"
        initial={filters.words}
        maxLength={LONGEST_WORDS}
      />
      <Narrowing of="members" isNarrowed={isNarrowed}>
        <SelectField
          name="role"
          label="Role"
          none="Any"
          options={ROLES.map((value) => ({ value, label: sayRoleFilter(value, words) }))}
          initial={filters.role}
        />
        <SelectField
          name="status"
          label="Account"
          none="Any"
          options={STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))}
          initial={filters.status}
        />
        <SelectField
          name="standing"
          label="Membership"
          none="Any"
          options={(["current", "lapsed"] as const).map((value) => ({ value, label: STANDING_WORDS[value] }))}
          initial={filters.standing}
        />
        {isForStaff && (
          <SelectField
            name="staff"
            label="Staff"
            none="Everybody"
            options={[
              { value: "any", label: "All staff" },
              { value: "staff", label: STAFF_WORDS.staff },
              { value: "admin", label: "Administrators" },
            ]}
            initial={filters.staff}
          />
        )}
      </Narrowing>
    </>
  );
}

function sayWaiting(waiting: number): string {
  if (waiting === 1) return "One new account is waiting for approval";
  return waiting < 100
    ? `${waiting} new accounts are waiting for approval`
    : "A hundred or more new accounts are waiting for approval";
}
