/** Bytes of a file, the last one included. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * What a Range header asks of a file with so many bytes: one range of it; null for all of it; or nothing that it has, which is answered
 * with 416. We give all of a file to whoever asks for several ranges or in another unit, as RFC 9110 allows.
 */
export function readByteRange(header: string | null, size: number): ByteRange | null | "unsatisfiable" {
  const [, first = "", last = ""] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    // The last bytes of the file, as many as are named.
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return null;
  if (from >= size) return "unsatisfiable";
  return { from, to: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}

/** Whether an If-Range header still means the file with this tag. Dates and weak tags never do: we give neither. */
export function isStillMeant(ifRange: string | null, etag: string): boolean {
  return ifRange === null || ifRange.trim() === etag;
}

/** Whether an If-None-Match header says that the browser has the file with this tag. */
export function isAlreadyThere(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}
