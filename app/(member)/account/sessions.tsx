import { LogOut } from "@/components/auth/log-out";
import { Button } from "@/components/ui/button";
import { logOutEverywhere } from "./actions";

/** Log Out Everywhere, for Edit Account. */
export function Sessions() {
  return (
    <section aria-labelledby="sessions" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="sessions">Where you are logged in</h2>
      <p>
        We log you out after a day in which you open no page, and a week after you logged in. Have you lost a phone, or left a
        machine that others use? Then log out at once, there and here, and log in again where you are.
      </p>
      <LogOut action={logOutEverywhere}>
        <Button kind="quiet">Log Out Everywhere</Button>
      </LogOut>
    </section>
  );
}
