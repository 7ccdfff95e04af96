import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { listRules } from "@/lib/pairing/rules/queries";
import type { KeptRule, Names } from "@/lib/pairing/rules/rule";
import { sayReach, sayRule } from "@/lib/pairing/rules/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { changeRule } from "./actions";

/** What must or must never be so for a mentee and a mentor to be matched. */
export default async function RulesPage({ searchParams }: PageProps<"/admin/matching/rules">) {
  const viewer = await requireStaff("matching");
  const [{ settings, hasProgrammes }, { done }] = await Promise.all([readRequest(), searchParams]);
  const { rules, names } = await listRules(viewer, settings);
  const { mentors, mentees } = settings.words;
  const whereOf = ({ programme }: KeptRule) => (hasProgrammes ? (programme ?? "Everywhere") : null);
  const list = (kept: readonly KeptRule[], buttons: (rule: KeptRule) => ReactNode) => (
    <ul className="grid border-t border-rule">
      {kept.map((rule) => (
        <Row key={rule.id} rule={rule} names={names} where={whereOf(rule)} settings={settings}>
          {buttons(rule)}
        </Row>
      ))}
    </ul>
  );
  const held = rules.filter(({ retiredAt }) => retiredAt === null);
  const retired = rules.filter(({ retiredAt }) => retiredAt !== null);
  return (
    <Page
      settings={settings}
      title="Rules of matching"
      heading="Rules of matching"
      lede={`They say which ${mentees} and ${mentors} can be matched, and which never.`}
      back={{ href: "/admin/programmes", label: "Programmes" }}
      done={done}
      isNarrow
    >
      <section aria-labelledby="help" className="grid gap-2">
        <h2 id="help">How rules work</h2>
        <p>
          Two people whom a rule keeps apart do not find each other in the search, in suggestions or in alerts, and no new
          proposal or question is sent between them. Members are not told which rule it is. Proposals that are waiting can still
          be answered, and relationships carry on.
        </p>
        <p>
          A rule only counts where we know about both people what it compares, unless it says that we must know it. Where people
          can choose several, such as languages, one in common is enough. Capitals, accents, spaces and punctuation make no
          difference.
        </p>
        <p>
          Each member also has a private list of people they would rather not be matched with. It counts like a rule, and nobody
          else can read it.
        </p>
      </section>
      <section aria-labelledby="held" className="grid gap-4">
        <h2 id="held">Rules that hold</h2>
        {held.length === 0 && (
          <p>
            {scopeOf(viewer, "matching") === "all"
              ? "There are no rules. Everybody can be matched with everybody."
              : "Your programmes have no rules of their own. A rule that holds everywhere holds in them too."}
          </p>
        )}
        {held.length > 0 &&
          list(held, (rule) => <Change rule={rule} change="retire" label="Retire" {...{ names, settings }} />)}
        <p>
          <LinkButton href="/admin/matching/rules/new">Add a rule</LinkButton>
        </p>
      </section>
      {retired.length > 0 && (
        <section aria-labelledby="retired" className="grid gap-4">
          <h2 id="retired">Retired</h2>
          {list(retired, (rule) => (
            <>
              <Change rule={rule} change="bring-back" label="Bring back" {...{ names, settings }} />
              <Change rule={rule} change="remove" label="Delete" {...{ names, settings }} />
            </>
          ))}
        </section>
      )}
    </Page>
  );
}

interface RowProps {
  rule: KeptRule;
  names: Names;
  where: string | null;
  settings: Settings;
  children: ReactNode;
}

function Row({ rule, names, where, settings: { words }, children }: RowProps) {
  return (
    <li className="flex max-w-none flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-4">
      <div className="grid min-w-0 flex-1 basis-[16rem] gap-1">
        <span className="prose-plain font-[650]">{sayRule(rule, names, words)}</span>
        {where && <span className="prose-plain">{where}</span>}
        {rule.isIdle ? (
          <span>
            One of its questions is not asked any more, so the rule does nothing.{" "}
            <Link href="/admin/questions">See the questions</Link>
          </span>
        ) : (
          <span className="text-soft">{sayReach(rule, words)}</span>
        )}
      </div>
      {children}
    </li>
  );
}

interface ChangeProps extends Pick<RowProps, "rule" | "names" | "settings"> {
  change: "retire" | "bring-back" | "remove";
  label: string;
}

function Change({ rule, change, label, names, settings }: ChangeProps) {
  return (
    <Form action={changeRule} title={titleOf("Rules of matching", settings)} isOneOfSeveral>
      <input type="hidden" name="id" value={rule.id} />
      <Button kind="plain" name="change" value={change}>
        {label}
        <span className="sr-only">: {sayRule(rule, names, settings.words)}</span>
      </Button>
    </Form>
  );
}
