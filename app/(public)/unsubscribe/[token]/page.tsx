import type { Metadata } from "next";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { isStopped } from "@/lib/notify/notices/groups";
import { findChoices } from "@/lib/notify/notices/queries";
import { readUnsubscription } from "@/lib/notify/notices/unsubscribe";
import { BAD_LINK, sayStopped } from "@/lib/notify/notices/wording";
import { readRequest } from "@/lib/people/auth/session";
import { stop } from "../actions";

/** The address lets whoever has it stop somebody's mails: it goes into no search engine, and is passed on to no other page. */
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Where a mail's link leads, signed in or not. Looking changes nothing: programs open links before people do. */
export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]">) {
  const [{ settings }, { token }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const unsubscription = readUnsubscription(token, env().authSecrets);
  if (!unsubscription) {
    return (
      <Page settings={settings} title="Stop e-mails" heading="This link does not work" isNarrow>
        <p>{BAD_LINK}</p>
        <p>
          <LinkButton href="/account#mails" kind="quiet">
            Open Edit Account
          </LinkButton>
        </p>
      </Page>
    );
  }
  const what = sayStopped(unsubscription.what);
  if (isStopped(unsubscription.what, await findChoices(unsubscription))) {
    return (
      <Page settings={settings} title="E-mails stopped" heading="You no longer get these e-mails" done={done} isNarrow>
        <p>
          You no longer get {what}. We still tell you in {settings.society.product}, under Notifications. We also still e-mail
          you about your proposals, since somebody is waiting for an answer.
        </p>
        <p>
          To get them again, sign in, open <Link href="/account#mails">Edit Account</Link> and choose what is mailed to you.
        </p>
      </Page>
    );
  }
  return (
    <Page settings={settings} heading={`Stop ${what}?`} isNarrow>
      <p>
        We will still tell you in {settings.society.product}, under Notifications. You can change your mind at any time in Edit
        Account.
      </p>
      <Form action={stop} submit="Stop these e-mails" title={titleOf("Stop e-mails", settings)}>
        <input type="hidden" name="token" value={token} />
      </Form>
    </Page>
  );
}
