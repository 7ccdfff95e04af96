import { addressOfFilm, readFilmAddress } from "@/lib/society/films/address";

/** A film of a resource: a file of ours with its captions, or an address elsewhere to which a link leads. */
export type Film =
  | { kind: "ours"; src: string; captions: string; poster: string | null }
  | { kind: "elsewhere"; href: string; site: "YouTube" | "Vimeo" };

/** The films that come with the product; each lies in public/videos with captions and a first picture. */
export const OUR_FILMS = ["what-is-mentoring", "role-of-a-good-mentor", "how-it-works"] as const;

/**
 * What an address means: one of our own films, one that the society uploaded, or one on YouTube or Vimeo, written in one way however it was copied. Null for
 * anything else: we load nothing from other sites, and link members to no others.
 */
export function readFilm(address: string): Film | null {
  const ours = OUR_FILMS.find((name) => address === `/videos/${name}.mp4`);
  if (ours) {
    const base = `/videos/${ours}`;
    return { kind: "ours", src: `${base}.mp4`, captions: `${base}.vtt`, poster: `${base}.jpg` };
  }
  const uploaded = readFilmAddress(address);
  if (uploaded) {
    const src = addressOfFilm(uploaded);
    return { kind: "ours", src, captions: `${src}/captions`, poster: null };
  }
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(address);
  if (protocol !== "https:") return null;
  const host = hostname.replace(/^(www|m)\./, "");
  if (host === "vimeo.com" || host === "player.vimeo.com") {
    const id = /^\/(?:video\/)?(\d{1,12})\/?$/.exec(pathname)?.[1];
    return id ? { kind: "elsewhere", href: `https://vimeo.com/${id}`, site: "Vimeo" } : null;
  }
  const id = youtubeId(host, pathname, searchParams);
  return id ? { kind: "elsewhere", href: `https://www.youtube.com/watch?v=${id}`, site: "YouTube" } : null;
}

/** The address under which a film is kept; "" for none. */
export function writeFilm(film: Film | null): string {
  if (!film) return "";
  return film.kind === "ours" ? film.src : film.href;
}

function youtubeId(host: string, pathname: string, query: URLSearchParams): string | null {
  const found = {
    "youtube.com": query.get("v") ?? /^\/(?:embed|shorts|live)\/([^/]+)/.exec(pathname)?.[1],
    "youtube-nocookie.com": /^\/embed\/([^/]+)/.exec(pathname)?.[1],
    "youtu.be": pathname.slice(1),
  }[host];
  return found && /^[\w-]{11}$/.test(found) ? found : null;
}
