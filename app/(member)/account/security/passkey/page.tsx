import { redirect } from "next/navigation";
import { PasskeyAnswer } from "@/components/auth/passkey-answer";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { askToMake } from "@/lib/people/auth/second-step/passkeys";
import { hasProved } from "@/lib/people/auth/second-step/proof";
import { findKnownPasskeys } from "@/lib/people/auth/second-step/queries";
import { MOST_PASSKEYS } from "@/lib/people/auth/second-step/second-step";
import { WRONG_PASSKEY } from "@/lib/people/auth/second-step/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { addPasskey } from "../actions";

const TITLE = "Add a passkey";

export default async function PasskeyPage({ searchParams }: PageProps<"/account/security/passkey">) {
  const viewer = await requireViewer();
  if (!(await hasProved(viewer))) redirect("/account/security");
  const [{ settings }, { again }, known] = await Promise.all([readRequest(), searchParams, findKnownPasskeys(viewer.memberId)]);
  const { options, challenge } = await askToMake(viewer, settings.society.product, known);
  const isFull = known.length >= MOST_PASSKEYS;
  return (
    <Page
      settings={settings}
      heading={TITLE}
      {...(isFull ? { title: TITLE } : {})}
      back={{ href: "/account/security", label: "Signing in with a second step" }}
      problem={again === "wrong" ? WRONG_PASSKEY : null}
      isNarrow
    >
      {isFull ? (
        <p>You have {known.length} passkeys, and cannot add another one. Remove one that you no longer use first.</p>
      ) : (
        <>
          <noscript>
            <Note>
              <p>Passkeys need JavaScript, which is switched off here. An authenticator app works without it.</p>
            </Note>
          </noscript>
          <Form action={addPasskey} submit="Add a passkey" title={titleOf(TITLE, settings)}>
            <TextField
              name="name"
              label="Name"
              hint="So that you recognise it in the list: “My phone”, “Key on my key ring”. Your browser then asks where to keep it."
              maxLength={60}
            />
            <PasskeyAnswer use="add" options={options} challenge={challenge} />
          </Form>
        </>
      )}
    </Page>
  );
}
