import { randomUUID } from "node:crypto";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { NumberField, SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { TickBox } from "@/components/ui/tick-box";
import { capital } from "@/lib/foundation/wording";
import { type Comparable, findComparable } from "@/lib/pairing/rules/queries";
import { type Fact, RULE_KINDS, SIMPLE_FACTS } from "@/lib/pairing/rules/rule";
import { KIND_LABELS, labelFact } from "@/lib/pairing/rules/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { listProgrammesIn } from "@/lib/staff/coordinating/queries";
import { addRule } from "../actions";

export default async function NewRulePage() {
  const viewer = await requireStaff("matching");
  const { settings, now, hasProgrammes } = await readRequest();
  const [comparable, programmes] = await Promise.all([
    findComparable(viewer),
    hasProgrammes ? listProgrammesIn(viewer, "matching", now) : [],
  ]);
  const mayEverywhere = scopeOf(viewer, "matching") === "all";
  const { mentor, mentee } = settings.words;
  return (
    <Page
      settings={settings}
      heading="Add a rule"
      lede="The rule takes effect as soon as you save it."
      back={{ href: "/admin/matching/rules", label: "Rules of matching" }}
      isNarrow
    >
      <Form action={addRule} submit="Add rule" title={titleOf("Add a rule", settings)}>
        <HiddenField name="id" initial={randomUUID()} />
        <Draft memberId={viewer.memberId} place="admin/matching/rules/new" />
        {(programmes.length > 1 || !mayEverywhere) && (
          <SelectField
            name="programmeId"
            label="Where it holds"
            {...(mayEverywhere ? { none: "Everywhere" } : {})}
            options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          name="menteeFact"
          label={`About the ${mentee}`}
          hint="Answers that only partners can read cannot be compared, and nor can dates."
          none="Choose what is compared"
          options={optionsOf(comparable, "mentee")}
        />
        <SelectField
          name="mentorFact"
          label={`About the ${mentor}`}
          hint={`To keep managers apart, choose the answer or the column with the manager’s number or address above, and “Who they are” here.`}
          none="Choose what it is compared with"
          options={optionsOf(comparable, "mentor")}
        />
        <RadioGroup
          name="kind"
          legend="The rule"
          options={RULE_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
        />
        <NumberField
          name="hours"
          label="Hours between time zones (optional)"
          hint="Only for time zones: the most that they may be apart at any time of the year. Members who have not chosen a time zone count as being in the society’s."
          unit="hours"
        />
        <TickBox
          name="mustBeKnown"
          value="yes"
          label="We must know it about both"
          hint={`${capital(mentee)} and ${mentor} are also kept apart if we do not know it about one of them. Without this tick, the rule ignores them.`}
        />
      </Form>
    </Page>
  );
}

function optionsOf({ questions, headings }: Comparable, role: "mentee" | "mentor"): { value: Fact; label: string }[] {
  const names = new Map(questions.map(({ fact, question }) => [fact.replace("question:", ""), question]));
  const facts: Fact[] = [
    ...SIMPLE_FACTS,
    ...questions.filter((question) => question.role === role).map(({ fact }) => fact),
    ...headings.map(({ fact }) => fact),
  ];
  return facts.map((fact) => ({ value: fact, label: labelFact(fact, names) }));
}
