import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireAddressee } from "@/lib/people/auth/session";
import { fillTitle } from "@/lib/society/content/placeholders";
import { listResources } from "@/lib/society/resources/queries";

export default async function ResourcesPage() {
  const viewer = await requireAddressee();
  const [{ settings }, resources] = await Promise.all([readRequest(), listResources(viewer)]);
  const surroundings = { settings, signIn: env().SIGN_IN };
  const role = viewer.activeRole && settings.words[viewer.activeRole];
  return (
    <Page
      settings={settings}
      title="Resources"
      heading="Resources"
      lede={
        role ? `Short things to read and watch, chosen for you as ${withArticle(role)}.` : "Short things to read and watch."
      }
    >
      {resources.length === 0 ? (
        <EmptyState heading="There is nothing here yet">
          <p>
            {settings.society.name} has not published anything to read here. The{" "}
            <Link href="/faq">frequently asked questions</Link> and the films under{" "}
            <Link href="/welcome">Getting the most from mentoring</Link> are a good place to start.
          </p>
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 border-t border-rule">
          {resources.map(({ id, title, summary, isFilm }) => (
            <li key={id} className="border-b border-rule py-4">
              <h2 className="text-[1.35rem]">
                <Link href={`/resources/${id}`} className="inline-block py-0.5">
                  {fillTitle(title, surroundings)}
                </Link>
              </h2>
              <p className="max-w-[43rem] text-soft">
                {isFilm && "Film. "}
                {fillTitle(summary, surroundings)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="text-soft">
        Questions about how things work here are answered in the <Link href="/faq">FAQ</Link>.
      </p>
    </Page>
  );
}
