"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

interface NavLinkProps {
  href: string;
  /** The addresses that begin with this one are other pages, and not below it. */
  isAlone?: boolean;
  /** As of Link. */
  isMainPath?: boolean;
  children: ReactNode;
}

/** A link of the main navigation; it knows when its page, or one below it, is the current one. */
export function NavLink({ href, isAlone = false, isMainPath, children }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href;
  const isWithin = !isAlone && href !== "/" && path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      isMainPath={isMainPath}
      aria-current={isHere ? "page" : isWithin ? "true" : undefined}
      className="nav-link"
    >
      {children}
    </Link>
  );
}
