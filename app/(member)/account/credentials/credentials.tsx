import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { titleOf } from "@/components/ui/page";
import { PASSWORD_HINT } from "@/lib/people/auth/local/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { changeEmail, changePassword } from "./actions";

/** Where accounts are local: another password, a second step, another e-mail address. */
export function Credentials({ settings }: { settings: Settings }) {
  const title = titleOf("Edit Account", settings);
  return (
    <>
      <section aria-labelledby="password" className="grid content-start gap-5 border-t border-rule pt-6">
        <h2 id="password">Password</h2>
        <p>Changing it signs you out everywhere else. You stay signed in here.</p>
        <Form action={changePassword} submit="Change password" kind="quiet" title={title} isOneOfSeveral>
          <TextField name="currentPassword" label="Your current password" type="password" autoComplete="current-password" />
          <TextField name="newPassword" label="New password" hint={PASSWORD_HINT} type="password" autoComplete="new-password" />
        </Form>
      </section>
      <section aria-labelledby="second-step" className="grid content-start gap-5 border-t border-rule pt-6">
        <h2 id="second-step">Second step</h2>
        <p>With a passkey or a code from your phone, your password alone opens nothing.</p>
        <p>
          <Link href="/account/security" className="inline-block py-1">
            Signing in with a second step
          </Link>
        </p>
      </section>
      <section aria-labelledby="address" className="grid content-start gap-5 border-t border-rule pt-6">
        <h2 id="address">E-mail address</h2>
        <p>We send a link to the new address. Your address changes once you open that link, and we tell the old address too.</p>
        <Form action={changeEmail} submit="Change e-mail address" kind="quiet" title={title} isOneOfSeveral>
          <TextField name="newEmail" label="New e-mail address" type="email" autoComplete="email" />
          <TextField name="passwordForEmail" label="Your password" type="password" autoComplete="current-password" />
        </Form>
      </section>
    </>
  );
}
