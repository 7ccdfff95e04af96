"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** Closes the menus of components/ui/menu.tsx as people expect of one: with Escape, by a press elsewhere, and once something is chosen. */
export function OpenMenus() {
  const path = usePathname();

  // Another page closes them; the one that came with the scripts does not, since a menu may have been opened before those arrived.
  const opened = useRef(path);
  useEffect(() => {
    if (opened.current !== path) close();
    opened.current = path;
  }, [path]);

  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      const within = target.closest("details.menu");
      close(target.closest("a") ? null : within);
    };
    const pressKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      const within = document.activeElement?.closest<HTMLDetailsElement>("details.menu[open]");
      close();
      within?.querySelector("summary")?.focus();
    };
    const send = () => close();
    document.addEventListener("click", press);
    document.addEventListener("keydown", pressKey);
    document.addEventListener("submit", send);
    return () => {
      document.removeEventListener("click", press);
      document.removeEventListener("keydown", pressKey);
      document.removeEventListener("submit", send);
    };
  }, []);

  return null;
}

/** Every menu but this one. */
function close(kept: Element | null = null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (menu !== kept) menu.open = false;
  }
}
