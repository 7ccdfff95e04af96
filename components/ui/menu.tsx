import type { ReactNode } from "react";

interface MenuProps {
  /** What is written on it. */
  label: ReactNode;
  /** Where there is room, its content is simply there, and there is no menu. */
  isUnfolding?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A few links or buttons, folded away. A <details>, which needs no script; the shared name lets one be open at a time, and
 * components/frame/open-menus.tsx closes it with Escape or by a press elsewhere.
 */
export function Menu({ label, isUnfolding = false, className = "", children }: MenuProps) {
  return (
    <details name="menu" className={`menu ${isUnfolding ? "unfolds" : ""} ${className}`}>
      <summary>
        {label}
        <span aria-hidden="true">▾</span>
      </summary>
      <div className="menu-box">{children}</div>
    </details>
  );
}
