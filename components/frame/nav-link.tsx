"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface NavLinkProps {
  href: string;
  /** The addresses that begin with this one are other pages, and not below it. */
  isAlone?: boolean;
  children: ReactNode;
}

/** A link of the main navigation; it knows when its page, or one below it, is the current one. */
export function NavLink({ href, isAlone = false, children }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href;
  const isWithin = !isAlone && href !== "/" && path.startsWith(`${href}/`);
  return (
    <a href={href} aria-current={isHere ? "page" : isWithin ? "true" : undefined} className="nav-link">
      {children}
    </a>
  );
}
