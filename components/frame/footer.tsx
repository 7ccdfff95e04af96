"use client";

import { Link } from "@/components/ui/link";

const PAGES = [
  { href: "/faq", label: "FAQ" },
  { href: "/privacy", label: "Privacy" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/complaints", label: "Complaints" },
];

interface FooterProps {
  society: string;
  websiteUrl: string | null;
  /** Shown to call where there is an address for letters too; else Help leads to it. */
  phone: string | null;
  /** Where help comes from. */
  help: string | null;
}

/** The lower part of the frame; as a view of the browser for the same reason as HeaderView. */
export function Footer({ society, websiteUrl, phone, help }: FooterProps) {
  return (
    <footer className="border-t border-rule text-[0.92rem] text-soft">
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-baseline gap-x-6 gap-y-1 px-[1.1rem] py-5 wide:px-6">
        {help && (
          <Link href={help} className="py-1">
            Help
          </Link>
        )}
        {PAGES.map(({ href, label }) => (
          <Link key={href} href={href} className="py-1">
            {label}
          </Link>
        ))}
        {phone && (
          <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="py-1">
            {phone}
          </a>
        )}
        {websiteUrl && (
          <a href={websiteUrl} className="py-1">
            {society}
          </a>
        )}
        <p className="wide:ml-auto">Mentoring for members</p>
      </div>
    </footer>
  );
}
