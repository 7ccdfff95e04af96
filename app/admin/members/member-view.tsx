"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

interface MemberViewProps {
  href: string;
  name: string;
  roles: string;
  /** What staff should see at once: suspended, lapsed … */
  peculiarities: readonly string[];
  /** Number and address. */
  contact: string;
  joined: ReactNode;
}

/** The markup of a member in the list, also for the browser: the page then carries it once, and for each member what is in it. */
export function MemberView({ href, name, roles, peculiarities, contact, joined }: MemberViewProps) {
  return (
    <li className="grid max-w-none gap-0.5 border-b border-rule py-3.5">
      <h2 className="prose-plain text-[1.15rem]">
        <Link href={href}>{name}</Link>
      </h2>
      <p className="prose-plain">
        {roles}
        {peculiarities.map((words) => (
          <span key={words}>
            {" · "}
            <strong>{words}</strong>
          </span>
        ))}
      </p>
      <p className="prose-plain break-words text-soft">
        {contact} · joined {joined}
      </p>
    </li>
  );
}
