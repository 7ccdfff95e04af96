import { ID } from "@/lib/foundation/id";

/** The address of a film, as texts and resources name it. */
export function addressOfFilm(id: string): string {
  return `/films/${id}`;
}

const ADDRESS = new RegExp(`^/films/(${ID})$`);

/** The film at an address; null where it is none of the society's own. */
export function readFilmAddress(address: string): string | null {
  return ADDRESS.exec(address)?.[1] ?? null;
}
