import { db } from "@/lib/foundation/db/client";

/** No file takes longer to arrive. */
const ARRIVES_WITHIN_HOURS = 6;

/** For the nightly job: deletes files that a browser gave up, or whose request died with its process. Returns how many. */
export function forgetFilmFiles(now: Date): Promise<number> {
  return db().$executeRaw`
    DELETE FROM "film_files" a
    WHERE a."begunAt" < ${now}::timestamptz - make_interval(hours => ${ARRIVES_WITHIN_HOURS}::integer)
      AND NOT EXISTS (SELECT FROM "films" m WHERE m."fileId" = a."id")`;
}
