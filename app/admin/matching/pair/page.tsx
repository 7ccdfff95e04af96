import { SelectField, TextField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Page } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { type FoundMember, findPeople, listProgrammesUnderWay } from "@/lib/staff/matching/pair/queries";
import { sayRoles } from "@/lib/staff/matching/wording";
import { Found } from "./found";
import { SideBySide } from "./side-by-side";

/** A mentee and a mentor side by side, found by name or number. */
export default async function PairPage({ searchParams }: PageProps<"/admin/matching/pair">) {
  const viewer = await requireStaff("matching");
  const [{ settings, now }, asked] = await Promise.all([readRequest(), searchParams]);
  const read = (name: "mentee" | "mentor" | "programme") => (typeof asked[name] === "string" ? asked[name].slice(0, 100) : "");
  const typed = { mentee: read("mentee"), mentor: read("mentor") };
  const programmes = await listProgrammesUnderWay(viewer, now);
  const programme = programmes.find(({ id }) => id === read("programme")) ?? programmes.at(-1);
  const [mentees, mentors] = await Promise.all([
    findPeople(viewer, "mentee", typed.mentee, programme?.id),
    findPeople(viewer, "mentor", typed.mentor, programme?.id),
  ]);
  const only = (people: FoundMember[]) => (people.length === 1 ? people[0] : undefined);
  const [mentee, mentor] = [only(mentees), only(mentors)];
  const [asMentee, asMentor] = sayRoles(settings.words);
  const title = mentee && mentor ? `${mentee.name} and ${mentor.name}` : "Compare two people";
  const hrefOf = (role: "mentee" | "mentor", id: string) =>
    `/admin/matching/pair?${new URLSearchParams({ ...typed, programme: programme?.id ?? "", [role]: id })}`;
  return (
    <Page
      settings={settings}
      title={title}
      heading={<span className="wrap-anywhere">{title}</span>}
      back={{ href: "/admin/matching", label: "Matching" }}
      done={asked.done}
    >
      <FilterForm href="/admin/matching/pair" submit="Compare" isFiltered={typed.mentee !== "" || typed.mentor !== ""}>
        <TextField
          name="mentee"
          label={asMentee}
          hint="Name or number"
          initial={mentee?.number ?? typed.mentee}
          maxLength={100}
        />
        <TextField
          name="mentor"
          label={asMentor}
          hint="Name or number"
          initial={mentor?.number ?? typed.mentor}
          maxLength={100}
        />
        {programmes.length > 1 && (
          <SelectField
            name="programme"
            label="Programme"
            options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
            initial={programme?.id ?? ""}
          />
        )}
      </FilterForm>
      <Found role={asMentee} typed={typed.mentee} people={mentees} hrefOf={(id) => hrefOf("mentee", id)} />
      <Found role={asMentor} typed={typed.mentor} people={mentors} hrefOf={(id) => hrefOf("mentor", id)} />
      {mentee && mentor && programme && (
        <SideBySide viewer={viewer} mentee={mentee} mentor={mentor} programme={programme} settings={settings} now={now} />
      )}
    </Page>
  );
}
