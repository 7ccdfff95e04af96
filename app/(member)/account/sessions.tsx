import { LogOut } from "@/components/auth/log-out";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { logOutEverywhere } from "./actions";

/** The way to the list of sessions, and Log Out Everywhere, for Edit Account. */
export function Sessions() {
  return (
    <section aria-labelledby="sessions" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="sessions">Where you are signed in</h2>
      <p>
        We sign you out if you open no page for a day, and in any case a week after you signed in. If you have lost a phone, or
        used a computer that others use too, sign out everywhere now and then sign in again here.
      </p>
      <p>
        <Link href="/account/sessions" className="inline-block py-1">
          See where you are signed in
        </Link>
      </p>
      <LogOut action={logOutEverywhere}>
        <Button kind="quiet">Log Out Everywhere</Button>
      </LogOut>
    </section>
  );
}
