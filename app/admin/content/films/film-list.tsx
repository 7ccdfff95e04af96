import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ShelvedFilm } from "@/lib/society/films/film";
import { sayFilmFacts } from "@/lib/society/films/wording";

interface FilmListProps {
  films: readonly ShelvedFilm[];
  now: Date;
  timeZone: string;
}

/** The society's own films. */
export function FilmList({ films, now, timeZone }: FilmListProps) {
  return (
    <Table
      caption="Films"
      columns={[{ label: "Film" }, { label: "File" }, { label: "Seen by members" }, { label: "Last changed" }]}
      rows={films.map((film) => ({
        key: film.id,
        cells: [
          <Link key="edit" href={`/admin/content/films/${film.id}`} className="inline-block min-w-40 py-0.5">
            {film.title}
          </Link>,
          sayFilmFacts(film),
          film.isShown ? "Yes" : "Not yet",
          <span key="changed" className="inline-block min-w-32">
            <Time at={film.changedAt} now={now} timeZone={timeZone} />
          </span>,
        ],
      }))}
    />
  );
}
