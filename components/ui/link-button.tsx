import type { ReactNode } from "react";
import { type ButtonKind, buttonClass } from "./button";
import { Link } from "./link";

interface LinkButtonProps {
  href: string;
  children: ReactNode;
  kind?: ButtonKind;
  className?: string;
}

/** A link that looks like a button: for the next step, not for a change. */
export function LinkButton({ href, children, kind = "main", className }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonClass(kind, className)}>
      {children}
    </Link>
  );
}
