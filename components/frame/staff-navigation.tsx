import type { Viewer } from "@/lib/foundation/viewer";
import { type Area, scopeOf } from "@/lib/people/rights/rights";
import { NavLink } from "./nav-link";

/** All staff pages, in the order of how often they are needed; those that name an area are there for some who are not staff. */
const PLACES: readonly { href: string; label: string; area?: Area; isForAdmins?: boolean; isMainPath?: boolean }[] = [
  { href: "/admin", label: "Today", area: "today", isMainPath: true },
  { href: "/admin/members", label: "Members", area: "members", isMainPath: true },
  { href: "/admin/proposals", label: "Proposals", area: "proposals", isMainPath: true },
  { href: "/admin/relationships", label: "Relationships", area: "relationships", isMainPath: true },
  { href: "/admin/matching", label: "Matching", area: "matching" },
  { href: "/admin/support", label: "Support" },
  { href: "/admin/content", label: "Content" },
  { href: "/admin/programmes", label: "Programmes", area: "programmes" },
  { href: "/admin/readiness", label: "Readiness", area: "readiness" },
  { href: "/admin/register", label: "Register" },
  { href: "/admin/reports", label: "Reports", area: "reports" },
  { href: "/admin/mail", label: "Mail" },
  { href: "/admin/audit", label: "Audit", area: "audit" },
  { href: "/admin/settings", label: "Settings", isForAdmins: true },
  { href: "/admin/system", label: "System" },
];

/** The menu of the staff pages: beside them where there is room, else above them; on a phone it is a bar at the bottom that scrolls. */
export function StaffNavigation({ viewer }: { viewer: Pick<Viewer, "staff" | "rights"> }) {
  const places = PLACES.filter(({ area, isForAdmins }) => {
    if (viewer.staff === "none") return area !== undefined && scopeOf(viewer, area) !== null;
    return !isForAdmins || viewer.staff === "admin";
  });
  return (
    <nav
      aria-label="Staff"
      className="thumb-bar staff-bar wide:px-6 wide:pt-4 full:w-48 full:shrink-0 full:pt-12 full:pr-0 print:hidden"
    >
      <ul className="flex gap-x-5 gap-y-0.5 wide:flex-wrap full:grid full:grid-cols-1">
        {places.map(({ href, label, isMainPath }) => (
          <li key={href} className="flex max-w-none grow">
            <NavLink href={href} isAlone={href === "/admin"} isMainPath={isMainPath}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
