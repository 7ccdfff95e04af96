import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { titleOf } from "@/components/ui/page";
import type { Viewer } from "@/lib/foundation/viewer";
import {
  alwaysBecause,
  CHOOSABLE_GROUPS,
  choiceOf,
  FIXED_GROUPS,
  MAIL_CHOICES,
  type MailChoices,
  NOTICE_GROUPS,
} from "@/lib/notify/notices/groups";
import { fieldOf } from "@/lib/notify/notices/input";
import { CHOICE_LABELS, sayAlways } from "@/lib/notify/notices/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { chooseMails } from "./actions";

interface MailsProps {
  viewer: Viewer;
  choices: MailChoices;
  settings: Settings;
}

/** How each group of notices is e-mailed. Groups that cannot be switched off are listed with the reason. */
export function Mails({ viewer, choices, settings }: MailsProps) {
  const ways = MAIL_CHOICES.map((choice) => ({ value: choice, label: CHOICE_LABELS[choice] }));
  return (
    <section aria-labelledby="mails" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="mails">What is mailed to you</h2>
      <p>
        You can always read everything under <Link href="/notifications">Notifications</Link>. Choose what we also send to{" "}
        {viewer.email}. The digest comes in the morning, if there is anything in it.
      </p>
      <Form
        action={chooseMails}
        submit="Save e-mail choices"
        kind="quiet"
        title={titleOf("Edit Account", settings)}
        isOneOfSeveral
      >
        {CHOOSABLE_GROUPS.map((group) => (
          <SelectField
            key={group}
            name={fieldOf(group)}
            label={NOTICE_GROUPS[group].label}
            hint={NOTICE_GROUPS[group].about(settings.words)}
            options={ways}
            initial={choiceOf(choices, group)}
          />
        ))}
      </Form>
      <ul className="grid gap-2 text-soft">
        {FIXED_GROUPS.map((group) => (
          <li key={group}>{sayAlways(group, alwaysBecause(group) ?? "")}</li>
        ))}
      </ul>
    </section>
  );
}
