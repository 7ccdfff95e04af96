import { SLUGS } from "@/lib/society/content/document";
import { readFirstText } from "@/lib/society/content/first-text";
import { idOf } from "./story/ids";

const STAFF_NUMBER = "100006";
const DAY = 86_400_000;

/** The texts that come with the product, as the demonstration society's staff have published them three months ago. */
export function documentRows(now: Date) {
  const publishedAt = new Date(now.getTime() - 90 * DAY);
  const authorId = idOf("member", STAFF_NUMBER);
  return Promise.all(
    SLUGS.map(async (slug) => ({
      slug,
      number: 1,
      ...(await readFirstText(slug)),
      createdAt: publishedAt,
      publishedAt,
      authorId,
    })),
  );
}
