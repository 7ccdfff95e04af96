import type { Metadata } from "next";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { findNewEmail } from "@/lib/auth/local/changing";
import { CONFIRM_WITHIN_HOURS, findRegistration } from "@/lib/auth/local/registering";
import { readRequest } from "@/lib/auth/session";
import type { Settings } from "@/lib/settings/settings";
import { requireLocalAccounts } from "../way-in";
import { confirmNewEmail, confirmRegistration, sendAgain } from "./actions";

/** The address of this page holds the secret of a link: it is told to nobody else. */
export const metadata: Metadata = { referrer: "same-origin" };

/** Behind a link by mail: the address is confirmed by a button. Without a link: look into your mail. */
export default async function VerifyPage({ searchParams }: PageProps<"/verify">) {
  const [{ settings, now }, { token, done }] = await Promise.all([readRequest(), searchParams]);
  requireLocalAccounts();
  if (typeof token !== "string") return <LookIntoYourMail settings={settings} done={done} />;
  const registration = await findRegistration(token, now);
  const email = registration?.email ?? (await findNewEmail(token, now));
  if (email === null) return <DeadLink settings={settings} />;
  return (
    <Page settings={settings} heading="Confirm your e-mail address" isNarrow>
      <p>
        Is <strong className="[overflow-wrap:anywhere]">{email}</strong> yours? Then press the button.
        {!registration && " From then on we write to this address, and you log in with it."}
      </p>
      <Form
        action={registration ? confirmRegistration : confirmNewEmail}
        submit="Confirm"
        title={titleOf("Confirm your e-mail address", settings)}
      >
        <input type="hidden" name="token" value={token} />
      </Form>
    </Page>
  );
}

function LookIntoYourMail({ settings, done }: { settings: Settings; done: string | string[] | undefined }) {
  return (
    <Page settings={settings} heading="We have sent you a mail" done={done} isNarrow>
      <p>
        Open the link in it and press <strong>Confirm</strong>; then your account is ready. The link works for{" "}
        {CONFIRM_WITHIN_HOURS / 24} days. If no mail comes within a few minutes, look among the unwanted ones.
      </p>
      <SendAgain settings={settings} title="We have sent you a mail" />
    </Page>
  );
}

function DeadLink({ settings }: { settings: Settings }) {
  return (
    <Page settings={settings} heading="This link does not work any more" isNarrow>
      <p>
        Each link works once, and only for some days. If you have confirmed your address already, <a href="/sign-in">log in</a>.
        If not, we can send you the link again, as long as your registration is not too old; otherwise{" "}
        <a href="/create-account">create your account</a> once more.
      </p>
      <SendAgain settings={settings} title="This link does not work any more" />
    </Page>
  );
}

function SendAgain({ settings, title }: { settings: Settings; title: string }) {
  return (
    <section aria-labelledby="again" className="grid gap-5 border-t border-rule pt-6">
      <h2 id="again">No mail?</h2>
      <Form action={sendAgain} submit="Send the link again" kind="quiet" title={titleOf(title, settings)}>
        <TextField name="email" label="E-mail address" type="email" autoComplete="email" />
      </Form>
    </section>
  );
}
