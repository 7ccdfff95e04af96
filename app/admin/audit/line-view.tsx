"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { Piece } from "@/lib/society/audit/line";

interface LineViewProps {
  /** A sentence in pieces, some of which lead somewhere. */
  pieces: readonly Piece[];
  when: ReactNode;
}

/** The markup of a line, also for the browser: the page then carries it once, and for each line its sentence. */
export function LineView({ pieces, when }: LineViewProps) {
  return (
    <li className="grid max-w-none gap-0.5 border-b border-rule py-2.5">
      <p>
        {pieces.map(({ words, href }, i) =>
          href ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence
            <Link key={i} href={href}>
              {words}
            </Link>
          ) : (
            words
          ),
        )}
      </p>
      <p className="text-[0.92rem] text-soft">{when}</p>
    </li>
  );
}
