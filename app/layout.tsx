import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Body } from "@/components/frame/body";
import { Footer } from "@/components/frame/footer";
import { Header } from "@/components/frame/header";
import { countNew } from "@/lib/entrypoints/new-notices";
import { env } from "@/lib/foundation/env";
import { sayBlocked } from "@/lib/notify/mailbox/wording";
import { frameFacts } from "@/lib/people/auth/frame-facts";
import { readRequest } from "@/lib/people/auth/session";
import { accentHref } from "@/lib/society/settings/accent";
import { supportLink } from "@/lib/society/settings/support-link";
import { logOut, makeAvailable, switchRole } from "./actions";
import { fontVariables } from "./fonts";
import "./globals.css";

export const metadata: Metadata = { robots: { index: false } };

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffefb" },
    { media: "(prefers-color-scheme: dark)", color: "#1a1e25" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { viewer, departed, settings, news, now, unreadMessages, mailBlock } = await readRequest();
  const frame = frameFacts().current;
  const { product, name } = settings.society;
  return (
    <html lang="en-GB" className={fontVariables}>
      <head>
        <link rel="stylesheet" href={accentHref(settings.society)} />
      </head>
      <Body frame={{ who: frame?.who ?? "", product, society: name, isSignedIn: viewer !== null }}>
        <Header
          look={frame?.look ?? ""}
          viewer={viewer}
          settings={settings}
          unread={countNew(news, frame?.asked ?? null, now)}
          mayCreateAccount={!viewer && !departed && env().SIGN_IN === "local"}
          unreadMessages={unreadMessages}
          mailBlocked={mailBlock && sayBlocked(mailBlock, env().SIGN_IN === "local")}
          logOut={logOut}
          switchRole={switchRole}
          makeAvailable={makeAvailable}
        />
        {children}
        <Footer
          society={name}
          websiteUrl={settings.society.websiteUrl}
          phone={settings.support.email && settings.support.phone}
          help={supportLink(settings, viewer !== null)}
        />
      </Body>
    </html>
  );
}
