import type { Settings } from "@/lib/settings/settings";
import { supportLink } from "@/lib/wording";

const PAGES = [
  { href: "/faq", label: "FAQ" },
  { href: "/privacy", label: "Privacy" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/complaints", label: "Complaints" },
];

export function Footer({ settings, isSignedIn }: { settings: Settings; isSignedIn: boolean }) {
  const { society, support } = settings;
  const help = supportLink(settings, isSignedIn);
  return (
    <footer className="border-t border-rule text-[0.92rem] text-soft">
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-baseline gap-x-6 gap-y-1 px-[1.1rem] py-5 wide:px-6">
        {help && (
          <a href={help} className="py-1">
            Help
          </a>
        )}
        {PAGES.map(({ href, label }) => (
          <a key={href} href={href} className="py-1">
            {label}
          </a>
        ))}
        {support.email && support.phone && (
          <a href={`tel:${support.phone.replace(/[^+\d]/g, "")}`} className="py-1">
            {support.phone}
          </a>
        )}
        {society.websiteUrl && (
          <a href={society.websiteUrl} className="py-1">
            {society.name}
          </a>
        )}
        <p className="wide:ml-auto">Mentoring for members</p>
      </div>
    </footer>
  );
}
