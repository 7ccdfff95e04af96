import { LogOut } from "@/components/auth/log-out";
import { Button } from "@/components/ui/button";
import { logOutEverywhere } from "./actions";

/** Log Out Everywhere, for Edit Account. */
export function Sessions() {
  return (
    <section aria-labelledby="sessions" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="sessions">Where you are signed in</h2>
      <p>
        We sign you out if you open no page for a day, and in any case a week after you signed in. If you have lost a phone, or
        used a computer that others use too, sign out everywhere now and then sign in again here.
      </p>
      <LogOut action={logOutEverywhere}>
        <Button kind="quiet">Log Out Everywhere</Button>
      </LogOut>
    </section>
  );
}
