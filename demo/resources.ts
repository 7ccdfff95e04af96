import { readFirstArticles } from "@/lib/society/resources/first-articles";
import { idOf } from "./story/ids";

const STAFF_NUMBER = "100006";
const DAY = 86_400_000;

/** The articles that come with the product, as the demonstration society's staff have published them two months ago. */
export async function resourceRows(now: Date) {
  const publishedAt = new Date(now.getTime() - 60 * DAY);
  const articles = await readFirstArticles();
  return {
    resources: articles.map(({ id }, i) => ({ id, position: i + 1, publishedNumber: 1, createdAt: publishedAt })),
    versions: articles.map(({ id, texts }) => ({
      resourceId: id,
      number: 1,
      ...texts,
      createdAt: publishedAt,
      publishedAt,
      authorId: idOf("member", STAFF_NUMBER),
    })),
  };
}
