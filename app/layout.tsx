import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Accent } from "@/components/accent";
import { Footer } from "@/components/footer";
import { Header } from "@/components/header";
import { readRequest } from "@/lib/auth/session";
import { logOut, switchRole } from "./actions";
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
  const { viewer, settings, unread } = await readRequest();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en-GB" className={fontVariables}>
      <head>
        <Accent society={settings.society} nonce={nonce} />
      </head>
      <body>
        <Header viewer={viewer} settings={settings} unread={unread} logOut={logOut} switchRole={switchRole} />
        {children}
        <Footer settings={settings} />
      </body>
    </html>
  );
}
