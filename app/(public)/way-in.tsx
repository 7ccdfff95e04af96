import { notFound } from "next/navigation";
import { AccountLogin } from "@/components/auth/account-login";
import { SignInPanel } from "@/components/auth/sign-in-panel";
import { titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import type { Settings } from "@/lib/society/settings/settings";
import { logIn, signInAtSociety } from "./sign-in/actions";

interface WayInProps {
  settings: Settings;
  /** The page's name. */
  title: string;
  /** The page to go on to; Home without one. */
  to?: string | null;
}

/** The society's own sign-in, or Account Login: as the society has chosen. */
export function WayIn({ settings, title, to = null }: WayInProps) {
  const { isDemonstration } = env();
  return hasLocalAccounts() ? (
    <AccountLogin logIn={logIn} to={to} title={titleOf(title, settings)} isDemonstration={isDemonstration} />
  ) : (
    <SignInPanel settings={settings} signIn={signInAtSociety} to={to} isDemonstration={isDemonstration} />
  );
}

/** The title for the page around it: none where Account Login says it, and says "Error:" before it when logging in did not work. */
export function titleAround(title: string): { title?: string } {
  return hasLocalAccounts() ? {} : { title };
}

/** For pages of local accounts: where the society signs its members in itself they do not exist. */
export function requireLocalAccounts(): void {
  if (!hasLocalAccounts()) notFound();
}

function hasLocalAccounts(): boolean {
  return env().SIGN_IN === "local";
}
