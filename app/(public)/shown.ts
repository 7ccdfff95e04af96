import type { Metadata } from "next";
import { env } from "@/lib/foundation/env";
import { readRequest } from "@/lib/people/auth/session";
import { LINK_PICTURE } from "@/lib/people/pictures/link-picture";
import { type ShownPath, shortened } from "@/lib/society/settings/search-engines";

interface Shown {
  path: ShownPath;
  title: string;
  description: string;
}

/**
 * What search engines and chats are told of a page that everybody may read: what a link to it shows, and whether it may be found. The
 * page says its title itself.
 */
export async function sayShown({ path, title, description }: Shown): Promise<Metadata> {
  const { society } = (await readRequest()).settings;
  const url = `${env().APP_URL}${path === "/" ? "" : path}`;
  const short = shortened(description);
  return {
    ...(society.isFoundBySearch ? { robots: { index: true, follow: true }, alternates: { canonical: url } } : {}),
    description: short,
    openGraph: {
      type: "website",
      locale: "en_GB",
      siteName: society.name,
      title: `${title} · ${society.product}`,
      description: short,
      url,
      images: [{ url: `${env().APP_URL}/link-picture`, ...LINK_PICTURE, alt: society.name }],
    },
  };
}
