import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { LinkButton } from "@/components/ui/link-button";
import { Menu } from "@/components/ui/menu";
import { titleOf } from "@/components/ui/page";
import type { Settings } from "@/lib/society/settings/settings";
import type { RunEntry } from "@/lib/staff/matching/queries";
import type { RunCommand } from "@/lib/staff/matching/run";
import { cancelMatching, endMatching, matchAgain } from "../actions";

interface RunFormsProps {
  run: RunEntry;
  commands: readonly RunCommand[];
  /** How many drafts there are to publish. */
  drafts: number;
  settings: Settings;
}

/** What staff can do with a whole run. */
export function RunForms({ run, commands, drafts, settings }: RunFormsProps) {
  if (commands.length === 0) return null;
  const title = titleOf(`Matching: ${run.programme}`, settings);
  if (commands.includes("cancel"))
    return (
      <Form action={cancelMatching} submit="Cancel" kind="danger" title={title} isOneOfSeveral>
        <HiddenField name="id" initial={run.id} />
        <p>You can leave this page. The matching carries on, and the page shows how far it has come.</p>
      </Form>
    );
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
      {drafts > 0 && <LinkButton href={`/admin/matching/${run.id}/publish`}>Publish</LinkButton>}
      <Form action={matchAgain} submit="Match everybody again" kind="quiet" title={title} isOneOfSeveral>
        <HiddenField name="id" initial={run.id} />
        <HiddenField name="seen" initial={run.version} />
      </Form>
      <Menu label="End this matching">
        <Form action={endMatching} submit="End it" kind="danger" title={title} isOneOfSeveral>
          <HiddenField name="id" initial={run.id} />
          <HiddenField name="seen" initial={run.version} />
          <p>
            Drafts that have not been published are deleted, and when somebody says no, nobody else is drafted. The lists of
            those left over are deleted too, so write to them first.
          </p>
        </Form>
      </Menu>
    </div>
  );
}
