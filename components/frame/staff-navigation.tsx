import type { Viewer } from "@/lib/foundation/viewer";
import { NavLink } from "./nav-link";

/** All staff pages, in the order of how often they are needed. */
const PLACES: readonly { href: string; label: string; isForAdmins?: boolean }[] = [
  { href: "/admin", label: "Today" },
  { href: "/admin/members", label: "Members" },
  { href: "/admin/proposals", label: "Proposals" },
  { href: "/admin/relationships", label: "Relationships" },
  { href: "/admin/support", label: "Support" },
  { href: "/admin/content", label: "Content" },
  { href: "/admin/register", label: "Register" },
  { href: "/admin/reports", label: "Reports" },
  { href: "/admin/mail", label: "Mail" },
  { href: "/admin/audit", label: "Audit" },
  { href: "/admin/settings", label: "Settings", isForAdmins: true },
  { href: "/admin/system", label: "System" },
];

/** The menu of the staff pages: beside them where there is room, folded away above them on a phone. */
export function StaffNavigation({ staff }: { staff: Viewer["staff"] }) {
  const places = PLACES.filter(({ isForAdmins }) => !isForAdmins || staff === "admin");
  return (
    <nav aria-label="Staff" className="px-[1.1rem] pt-4 wide:px-6 full:w-48 full:shrink-0 full:pt-12 full:pr-0 print:hidden">
      <details className="folds rounded-[0.5rem] border border-rule bg-sheet px-4 py-2 full:border-0 full:bg-transparent full:p-0">
        <summary className="py-1.5 font-semibold text-accent">Staff pages</summary>
        <ul className="grid grid-cols-2 gap-x-5 gap-y-0.5 py-2 wide:grid-cols-4 full:grid-cols-1 full:py-0">
          {places.map(({ href, label }) => (
            <li key={href}>
              <NavLink href={href} isAlone={href === "/admin"}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
