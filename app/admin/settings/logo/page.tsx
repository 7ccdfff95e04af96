import { PictureField } from "@/components/pictures/picture-field";
import { Samples } from "@/components/settings/settings-preview";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { FORM_TOO_LARGE } from "@/lib/people/pictures/wording";
import { findLogo } from "@/lib/society/settings/queries";
import { chooseLogo, dropLogo, showLogo } from "../actions";

const HEADING = "Logo";

export default async function LogoSettingsPage({ searchParams }: PageProps<"/admin/settings/logo">) {
  await requireStaff("admin");
  const [{ settings }, { look, refused }] = await Promise.all([readRequest(), searchParams]);
  const looked = typeof look === "string" ? await findLogo(look) : null;
  const inForce = settings.society.logo;
  const isNew = looked !== null && looked.name !== inForce?.name;
  const shown = isNew ? looked : inForce;
  const title = titleOf(HEADING, settings);
  return (
    <Page
      settings={settings}
      heading={HEADING}
      title={HEADING}
      lede="A picture beside the society's name, on every page and in every e-mail."
      back={{ href: "/admin/settings", label: "Settings" }}
      problem={refused === "too-large" ? FORM_TOO_LARGE : null}
    >
      {shown && (
        <section aria-labelledby="how" className="grid gap-4">
          <h2 id="how">{isNew ? "How it would look" : "How it looks"}</h2>
          <p>Check that you can make it out on both. Dark lettering on a transparent background disappears in dark mode.</p>
          <Samples settings={{ words: settings.words, society: { ...settings.society, logo: shown } }} />
          {isNew ? (
            <Form action={showLogo} submit="Use this logo" title={title} isOneOfSeveral>
              <HiddenField name="logo" initial={shown.name} />
            </Form>
          ) : (
            <Form action={dropLogo} submit="Remove the logo" kind="danger" title={title} isOneOfSeveral>
              <p>Without a logo, only the two names are shown. It also disappears from e-mails that have already been sent.</p>
            </Form>
          )}
        </section>
      )}
      <section aria-labelledby="choose" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="choose">{shown ? "Choose another one" : "Choose a logo"}</h2>
        <Form action={chooseLogo} submit="Look at it" kind={isNew ? "quiet" : "main"} title={title} isOneOfSeveral>
          <PictureField
            label="Picture"
            hint="JPEG, PNG or WebP, at least 40 pixels high. A PNG with a transparent background looks best. Nobody sees it until you confirm."
          />
        </Form>
      </section>
    </Page>
  );
}
