import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import type { Settings } from "@/lib/society/settings/settings";
import { logOut } from "../actions";

/** Only somebody who is signed out can choose a new password without the old one. */
export function LogOutFirst({ settings, heading }: { settings: Settings; heading: string }) {
  return (
    <Page settings={settings} title={heading} heading={heading} lede="You are signed in. Please sign out first." isNarrow>
      <p>
        If you know your password, you can change it in <Link href="/account">Edit Account</Link> without signing out.
      </p>
      <form action={logOut}>
        <Button>Log Out</Button>
      </form>
    </Page>
  );
}
