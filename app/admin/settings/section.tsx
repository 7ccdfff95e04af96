import type { ReactNode } from "react";
import { SettingsPreview } from "@/components/settings/settings-preview";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import type { FormState } from "@/lib/entrypoints/form-state";
import { SECTIONS, type SectionName } from "@/lib/society/settings/sections";
import type { Settings } from "@/lib/society/settings/settings";

interface SectionPageProps {
  settings: Settings;
  name: SectionName;
  heading: string;
  lede: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Whether there is a preview. */
  hasPreview?: boolean;
  /** Its fields, each starting with the present setting. */
  children: (set: Readonly<Record<string, string>>) => ReactNode;
  /** Below the form. */
  after?: ReactNode;
}

/**
 * A page of the settings: a form that remembers the values it started from, so that two administrators at once lose nothing.
 */
export function SectionPage(props: SectionPageProps) {
  const { settings, name, heading, lede, action, hasPreview = false, children, after } = props;
  const set = SECTIONS[name].read(settings);
  return (
    <Page
      settings={settings}
      heading={heading}
      lede={lede}
      back={{ href: "/admin/settings", label: "Settings" }}
      isNarrow={!hasPreview}
    >
      <Form
        action={action}
        submit="Save"
        title={titleOf(heading, settings)}
        aside={
          <LinkButton href="/admin/settings" kind="plain">
            Cancel
          </LinkButton>
        }
      >
        <VersionField name="base" initial={JSON.stringify(set)} />
        {hasPreview && <SettingsPreview settings={{ society: settings.society, words: settings.words }} />}
        {children(set)}
        {hasPreview && (
          <p>
            <Button kind="quiet" name="intent" value="preview">
              Show a preview
            </Button>
          </p>
        )}
      </Form>
      {after}
    </Page>
  );
}
