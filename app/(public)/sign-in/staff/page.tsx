import { notFound, redirect } from "next/navigation";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { readDestination } from "@/lib/foundation/destination";
import { readRequest, requireSignedIn } from "@/lib/people/auth/session";
import { isSignInStrongEnough } from "@/lib/people/auth/staff-step";
import { hasStaffPages, staffHomeOf } from "@/lib/people/rights/rights";
import { signInAsStaff } from "./actions";

const TITLE = "The staff pages need a stronger sign-in";

/** For staff whose society asks more of their sign-in than it was. */
export default async function StaffSignInPage({ searchParams }: PageProps<"/sign-in/staff">) {
  const viewer = await requireSignedIn();
  if (!hasStaffPages(viewer)) notFound();
  const [{ settings }, { to }, isEnough] = await Promise.all([readRequest(), searchParams, isSignInStrongEnough()]);
  const destination = readDestination(to);
  if (isEnough) redirect(destination ?? staffHomeOf(viewer) ?? "/");
  const { society } = settings;
  return (
    <Page settings={settings} heading={TITLE} title={TITLE} isNarrow>
      <p>
        {society.name} lets staff in only when they have signed in with more than a password. You have signed in, but not that
        way. Sign in once more, and the society’s website will ask you for the rest.
      </p>
      <Form action={signInAsStaff} submit={`Sign in again with ${society.name}`}>
        {destination && <input type="hidden" name="to" value={destination} />}
      </Form>
      <p className="text-soft">
        If you come back to this page, your account at the society has no second step yet, or the society does not tell us of
        it. Ask whoever looks after the society’s sign-in.
      </p>
    </Page>
  );
}
