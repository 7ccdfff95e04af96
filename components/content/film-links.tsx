import type { MouseEvent } from "react";
import { Link } from "@/components/ui/link";

interface FilmLinksProps {
  films: readonly { title: string; href: string }[];
  /** The place of the film that is shown, counted from 0. */
  current: number;
  /** What a script does instead of going there. */
  onChoose?: (event: MouseEvent, place: number) => void;
}

/** Links to the films that are shown in the same place. */
export function FilmLinks({ films, current, onChoose }: FilmLinksProps) {
  // A page of its own for each film is a page like any other; in the same page, another document is what a browser without scripts needs.
  const Anchor = onChoose ? "a" : Link;
  return (
    <nav aria-label="Films">
      <ol className="grid grid-cols-1 gap-2 wide:grid-cols-3">
        {films.map(({ title, href }, i) => (
          <li key={href} className="grid max-w-none">
            <Anchor
              href={href}
              aria-current={i === current || undefined}
              onClick={onChoose && ((event) => onChoose(event, i))}
              className="grid min-h-11 grid-cols-[1.4rem_1fr] content-center rounded-[0.35rem] border border-rule px-3 py-2 leading-snug no-underline hover:border-accent aria-[current]:border-l-4 aria-[current]:border-accent aria-[current]:bg-tint aria-[current]:font-semibold aria-[current]:text-ink"
            >
              <span aria-hidden="true" className="font-lede italic">
                {i + 1}
              </span>
              {title}
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
