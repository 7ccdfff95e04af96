import type { Metadata } from "next";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { findResetOwner } from "@/lib/people/auth/local/recovering";
import { PASSWORD_HINT } from "@/lib/people/auth/local/wording";
import { readRequest } from "@/lib/people/auth/session";
import { LogOutFirst } from "../log-out-first";
import { requireLocalAccounts } from "../way-in";
import { resetPassword } from "./actions";

const HEADING = "Choose a new password";

/** The address of this page holds the secret of a link: it is told to nobody else. */
export const metadata: Metadata = { referrer: "same-origin" };

/** Behind the link by mail. Looking at it uses nothing up. */
export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const [{ viewer, departed, settings, now }, { token }] = await Promise.all([readRequest(), searchParams]);
  requireLocalAccounts();
  if (viewer || departed) return <LogOutFirst settings={settings} heading={HEADING} />;
  const owner = typeof token === "string" ? await findResetOwner(token, now) : null;
  if (!owner) {
    return (
      <Page settings={settings} title="This link does not work any more" heading="This link does not work any more" isNarrow>
        <p>A link works once, for one hour. It stops working as soon as you have used another one.</p>
        <p>
          <LinkButton href="/forgotten-password">Send me another link</LinkButton>
        </p>
      </Page>
    );
  }
  return (
    <Page settings={settings} heading={HEADING} lede="This signs you out everywhere." isNarrow>
      <Form action={resetPassword} submit="Save the password" title={titleOf(HEADING, settings)}>
        <input type="hidden" name="token" value={token} />
        <TextField name="password" label="New password" hint={PASSWORD_HINT} type="password" autoComplete="new-password" />
      </Form>
    </Page>
  );
}
