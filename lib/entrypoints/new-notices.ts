import { isSettled, leadingTo } from "@/lib/notify/notices/settled";
import type { News } from "@/lib/people/auth/news";
import { NOTICES } from "./notices";

/** How many notices are new to a reader who sees the page at this address: neither dealt with in another way, nor about this page. */
export function countNew(news: readonly News[], asked: string | null, now: Date): number {
  const here = new Set(leadingTo(NOTICES, news, asked));
  return news.filter((one) => !here.has(one) && !isSettled(NOTICES, one, now)).length;
}
