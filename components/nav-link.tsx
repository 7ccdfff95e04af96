"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the main navigation; it knows when its page, or one below it, is the current one. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href;
  const isWithin = href !== "/" && path.startsWith(`${href}/`);
  return (
    <a
      href={href}
      aria-current={isHere ? "page" : isWithin ? "true" : undefined}
      className="inline-flex min-h-9 items-center gap-2 whitespace-nowrap text-ink no-underline decoration-2 underline-offset-[0.5em] hover:underline aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:underline"
    >
      {children}
    </a>
  );
}
