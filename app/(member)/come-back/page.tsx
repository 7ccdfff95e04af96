import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choices";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { sayWholeDate } from "@/lib/foundation/dates";
import { onTheWay, readDestination } from "@/lib/foundation/destination";
import { findErasure } from "@/lib/people/accounts/queries";
import { readRequest } from "@/lib/people/auth/session";
import { sayRoleChoice, sayRoleHint } from "@/lib/people/registration/wording";
import { logOut } from "../../actions";
import { returnAs } from "./actions";

/** The only page for a member who deleted their account and has signed in again: come back, or sign out. */
export default async function ComeBackPage({ searchParams }: PageProps<"/come-back">) {
  const [{ viewer, departed, settings }, query] = await Promise.all([readRequest(), searchParams]);
  const to = readDestination(query.to);
  if (!departed) redirect(viewer ? (to ?? "/") : onTheWay("/sign-in", to));
  const eraseDueAt = await findErasure(departed);
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
        If you come back, your profile is just as you left it. Relationships that have ended stay ended. You can reopen
        proposals or send new ones.
      </p>
      <Form action={returnAs} submit="Come back" title={titleOf("Come back", settings)}>
        {to && <input type="hidden" name="to" value={to} />}
        <CheckboxGroup
          name="roles"
          legend="Your roles"
          hint="The roles you had are ticked. Choose one, or both. You can change this at any time."
          initial={held}
          options={[
            { value: "mentee", label: sayRoleChoice("mentee", settings), hint: sayRoleHint("mentee", settings) },
            { value: "mentor", label: sayRoleChoice("mentor", settings), hint: sayRoleHint("mentor", settings) },
          ]}
        />
      </Form>
      <section aria-labelledby="not-now" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="not-now">Not now</h2>
        <p>
          Then just sign out. Your account stays deleted, and we tell nobody that you were here.
          {eraseDueAt && ` Your data is erased on ${sayWholeDate(eraseDueAt, settings.society.timeZone)}.`}
        </p>
        <p>
          Until your data is erased, you can still get a copy of it:{" "}
          <a href="/account/download" download>
            Download my data
          </a>
          . To have it erased, choose <Link href="/account/erase">Erase everything</Link>.
        </p>
        <form action={logOut}>
          <Button kind="quiet">Log Out</Button>
        </form>
      </section>
    </Page>
  );
}
