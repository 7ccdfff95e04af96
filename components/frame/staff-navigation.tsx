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
  { href: "/admin/programmes", label: "Programmes" },
  { href: "/admin/register", label: "Register" },
  { href: "/admin/reports", label: "Reports" },
  { href: "/admin/mail", label: "Mail" },
  { href: "/admin/audit", label: "Audit" },
  { href: "/admin/settings", label: "Settings", isForAdmins: true },
  { href: "/admin/system", label: "System" },
];

/** The menu of the staff pages: beside them where there is room, else above them; on a phone it is a bar at the bottom that scrolls. */
export function StaffNavigation({ staff }: { staff: Viewer["staff"] }) {
  const places = PLACES.filter(({ isForAdmins }) => !isForAdmins || staff === "admin");
  return (
    <nav
      aria-label="Staff"
      className="thumb-bar staff-bar wide:px-6 wide:pt-4 full:w-48 full:shrink-0 full:pt-12 full:pr-0 print:hidden"
    >
      <ul className="flex gap-x-5 gap-y-0.5 wide:flex-wrap full:grid full:grid-cols-1">
        {places.map(({ href, label }) => (
          <li key={href} className="flex max-w-none grow">
            <NavLink href={href} isAlone={href === "/admin"}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
