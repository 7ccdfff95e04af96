import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest } from "@/lib/people/auth/session";
import { LogOutFirst } from "../log-out-first";
import { requireLocalAccounts } from "../way-in";
import { sendResetLink } from "./actions";

export default async function ForgottenPasswordPage({ searchParams }: PageProps<"/forgotten-password">) {
  const [{ viewer, departed, settings }, { done }] = await Promise.all([readRequest(), searchParams]);
  requireLocalAccounts();
  if (viewer || departed) return <LogOutFirst settings={settings} heading="Forgotten password" />;
  return (
    <Page settings={settings} heading="Forgotten password" lede="We send you a link to choose a new one." done={done} isNarrow>
      <Form action={sendResetLink} submit="Send the link" title={titleOf("Forgotten password", settings)}>
        <TextField name="identifier" label="E-mail address or membership number" autoComplete="username" />
      </Form>
      <p>
        <Link href="/sign-in">Back to Account Login</Link>
      </p>
    </Page>
  );
}
