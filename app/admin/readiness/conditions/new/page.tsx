import { randomUUID } from "node:crypto";
import { ConditionFields } from "@/components/readiness/condition-fields";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { DateField, SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { dayOf } from "@/lib/foundation/dates";
import { capital } from "@/lib/foundation/wording";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { CONDITION_KINDS } from "@/lib/pairing/readiness/conditions/condition";
import { listPlaces, listTraining } from "@/lib/pairing/readiness/conditions/queries";
import { KIND_HINTS, KIND_WORDS } from "@/lib/pairing/readiness/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { createCondition } from "../../actions";

export default async function NewConditionPage({ searchParams }: PageProps<"/admin/readiness/conditions/new">) {
  const viewer = await requireStaff("readiness");
  const scope = scopeOf(viewer, "readiness") ?? [];
  const [{ settings, now }, { programme }, places, training] = await Promise.all([
    readRequest(),
    searchParams,
    listPlaces(scope),
    listTraining(),
  ]);
  const placeOf = (wanted: unknown) => places.find(({ id }) => id === wanted);
  const chosen = placeOf(programme) ?? placeOf(SOCIETY_SCHEME) ?? places[0];
  return (
    <Page
      settings={settings}
      heading="Add a condition"
      lede="Everybody in the role is told once. Nothing changes for anybody before the day from which it counts."
      back={{ href: "/admin/readiness/conditions", label: "Conditions" }}
      isNarrow
    >
      <Form action={createCondition} submit="Add condition" title={titleOf("Add a condition", settings)}>
        <HiddenField name="id" initial={randomUUID()} />
        <Draft memberId={viewer.memberId} place="admin/readiness/conditions/new" />
        <SelectField
          name="programmeId"
          label="Programme"
          hint="A condition of the society’s scheme counts in every programme. This cannot be changed later."
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          initial={chosen?.id}
        />
        <RadioGroup
          name="role"
          legend="Who needs it"
          options={(["mentor", "mentee"] as const).map((role) => ({ value: role, label: capital(settings.words[`${role}s`]) }))}
        />
        <RadioGroup
          name="kind"
          legend="Kind"
          options={CONDITION_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind], hint: KIND_HINTS[kind] }))}
        />
        <ConditionFields wording={null} kind={null} training={training} />
        <DateField
          name="countsOn"
          label="Counts from"
          hint="Until then, members who lack it stay listed and can send proposals. Give them a few weeks."
          earliest={dayOf(now, settings.society.timeZone)}
        />
      </Form>
    </Page>
  );
}
