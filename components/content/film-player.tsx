"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Video } from "@/lib/foundation/blocks";
import { FilmLinks } from "./film-links";
import { VideoPlayer } from "./video-player";

interface FilmPlayerProps {
  films: readonly { title: string; video: Video; text: ReactNode }[];
  /** The page, which shows another film with ?film=2. */
  path: string;
  /** The film that the address asks for, counted from 0. */
  initial: number;
}

/** Several films in one player. A link below it plays another one in the same place; without scripts it loads the page again with that film. */
export function FilmPlayer({ films, path, initial }: FilmPlayerProps) {
  const [place, setPlace] = useState(initial);
  const player = useRef<HTMLVideoElement>(null);
  const isAskedToPlay = useRef(false);
  const film = films[place];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the player of another film is there once its place has changed
  useEffect(() => {
    // A browser may refuse to play by itself: then the film is there with its first picture, and its own button.
    if (isAskedToPlay.current) player.current?.play().catch(() => undefined);
  }, [place]);
  if (!film) return null;
  const hrefOf = (i: number) => `${path}?film=${i + 1}`;
  const choose = (event: MouseEvent, i: number) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.replaceState(null, "", hrefOf(i));
    isAskedToPlay.current = true;
    if (i === place) player.current?.play().catch(() => undefined);
    else setPlace(i);
  };
  return (
    <section aria-labelledby="film" className="grid max-w-[43rem] grid-cols-1 gap-4">
      <h2 id="film">{film.title}</h2>
      <VideoPlayer key={film.video.src} video={film.video} ref={player} />
      <FilmLinks films={films.map(({ title }, i) => ({ title, href: hrefOf(i) }))} current={place} onChoose={choose} />
      {film.text}
    </section>
  );
}
