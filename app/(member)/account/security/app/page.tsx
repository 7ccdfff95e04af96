import { redirect } from "next/navigation";
import { QrCode } from "@/components/auth/qr-code";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { addressForApp } from "@/lib/people/auth/second-step/app-codes";
import { hasProved } from "@/lib/people/auth/second-step/proof";
import { findNewAppSecret } from "@/lib/people/auth/second-step/queries";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { confirmApp } from "../actions";

const TITLE = "Set up an authenticator app";

/** Shows what an app is to make its codes from, once, to somebody who has just given their password. */
export default async function AppPage() {
  const viewer = await requireViewer();
  const [{ settings }, secret, mayChange] = await Promise.all([readRequest(), findNewAppSecret(viewer), hasProved(viewer)]);
  if (secret === null || !mayChange) redirect("/account/security");
  const address = addressForApp(secret, settings.society.product, viewer.email);
  return (
    <Page
      settings={settings}
      heading={TITLE}
      back={{ href: "/account/security", label: "Signing in with a second step" }}
      isNarrow
    >
      <ol className="grid list-decimal gap-5 pl-6">
        <li>Open an authenticator app on your phone. If you have none, install one from your phone’s shop.</li>
        <li>
          <span className="mb-3 block">Read this picture with it:</span>
          <QrCode text={address} label="For the camera of your authenticator app" />
          <span className="mt-3 block">
            Or type in this key: <strong className="font-mono break-words">{secret.match(/.{1,4}/g)?.join(" ")}</strong>
          </span>
          <span className="mt-2 block">
            On this phone itself, <a href={address}>open it in your authenticator app</a>.
          </span>
        </li>
        <li>Type in the code that it shows now.</li>
      </ol>
      <Form action={confirmApp} submit="Confirm" title={titleOf(TITLE, settings)}>
        <TextField name="code" label="Code" hint="Six digits." inputMode="numeric" autoComplete="one-time-code" />
      </Form>
    </Page>
  );
}
