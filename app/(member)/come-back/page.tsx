import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choices";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest } from "@/lib/people/auth/session";
import { sayRoleChoice, sayRoleHint } from "@/lib/people/registration/wording";
import { logOut } from "../../actions";
import { returnAs } from "./actions";

/** All that a session of somebody who deleted their account leads to: come back, or log out. */
export default async function ComeBackPage() {
  const { viewer, departed, settings } = await readRequest();
  if (!departed) redirect(viewer ? "/" : "/sign-in");
  const { product } = settings.society;
  const held = [departed.isMentee && "mentee", departed.isMentor && "mentor"].filter((role) => role !== false);
  return (
    <Page
      settings={settings}
      heading={`Come back to ${product}?`}
      lede={`Good to see you, ${departed.name}. You deleted your account here.`}
      isNarrow
    >
      <p>
        If you come back, your profile is as you left it. What has ended stays ended; you can reopen or send proposals again.
      </p>
      <Form action={returnAs} submit="Come back" title={titleOf("Come back", settings)}>
        <CheckboxGroup
          name="roles"
          legend="Your part"
          hint="As you had it. Choose one, or both; you can change this at any time."
          initial={held}
          options={[
            { value: "mentee", label: sayRoleChoice("mentee", settings), hint: sayRoleHint("mentee", settings) },
            { value: "mentor", label: sayRoleChoice("mentor", settings), hint: sayRoleHint("mentor", settings) },
          ]}
        />
      </Form>
      <section aria-labelledby="not-now" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="not-now">Not now</h2>
        <p>Then log out. Your account stays deleted, and nobody is told that you were here.</p>
        <p>
          Until you ask the society to erase it, what is kept about you is yours to have:{" "}
          <a href="/account/download" download>
            Download my data
          </a>
          .
        </p>
        <form action={logOut}>
          <Button kind="quiet">Log Out</Button>
        </form>
      </section>
    </Page>
  );
}
