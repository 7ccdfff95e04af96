import type { ReactNode } from "react";
import type { FormState } from "@/lib/entrypoints/form-state";
import type { Settings } from "@/lib/society/settings/settings";
import type { ButtonKind } from "./button";
import { Form } from "./form";
import { LinkButton } from "./link-button";
import { Page, titleOf } from "./page";

interface AskPageProps {
  settings: Settings;
  /** The question. */
  heading: string;
  /** The page's name for its title. */
  title: string;
  /** Where it was asked, and where whoever says no goes back to. */
  back: { href: string; label: string };
  /** What will happen, before it does. */
  consequences: ReactNode;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The button that does it, and the link that does not. */
  submit: string;
  no?: string;
  kind?: ButtonKind;
  /** The fields of the form, hidden ones too. */
  children: ReactNode;
}

/** A page that says what will happen and asks, before anything does. */
export function AskPage({
  settings,
  heading,
  title,
  back,
  consequences,
  action,
  submit,
  no = "Keep it",
  kind = "danger",
  children,
}: AskPageProps) {
  return (
    <Page settings={settings} heading={heading} back={back} isNarrow>
      <div className="grid gap-3">{consequences}</div>
      <Form
        action={action}
        submit={submit}
        kind={kind}
        title={titleOf(title, settings)}
        aside={
          <LinkButton href={back.href} kind="plain">
            {no}
          </LinkButton>
        }
      >
        {children}
      </Form>
    </Page>
  );
}
