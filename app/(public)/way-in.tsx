import { notFound } from "next/navigation";
import { AccountLogin } from "@/components/auth/account-login";
import { SignInPanel } from "@/components/auth/sign-in-panel";
import { titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import type { Settings } from "@/lib/society/settings/settings";
import { logIn, signInAtSociety } from "./sign-in/actions";

/** The society's own sign-in, or Account Login: as the society has chosen. `title` is the page's name. */
export function WayIn({ settings, title }: { settings: Settings; title: string }) {
  const { isDemonstration } = env();
  return hasLocalAccounts() ? (
    <AccountLogin logIn={logIn} title={titleOf(title, settings)} isDemonstration={isDemonstration} />
  ) : (
    <SignInPanel settings={settings} signIn={signInAtSociety} isDemonstration={isDemonstration} />
  );
}

/** For pages of local accounts: where the society signs its members in itself they do not exist. */
export function requireLocalAccounts(): void {
  if (!hasLocalAccounts()) notFound();
}

function hasLocalAccounts(): boolean {
  return env().SIGN_IN === "local";
}
