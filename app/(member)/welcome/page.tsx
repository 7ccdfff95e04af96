import { redirect } from "next/navigation";
import { FilmText } from "@/components/content/film-text";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { readRequest, requireAddressee } from "@/lib/people/auth/session";
import { hasProfile } from "@/lib/people/members/queries";
import { getDocument } from "@/lib/society/content/queries";

/** After joining, before the first profile: what mentoring is, in three short films. It can be seen again later. */
export default async function GettingTheMostPage({ searchParams }: PageProps<"/welcome">) {
  const viewer = await requireAddressee();
  if (!viewer.activeRole) redirect("/join");
  const [{ settings, now }, { done, film }] = await Promise.all([readRequest(), searchParams]);
  const [{ title, blocks }, isMade] = await Promise.all([
    getDocument("welcome", { settings, signIn: env().SIGN_IN }, now),
    hasProfile(viewer, viewer.activeRole),
  ]);
  return (
    <Page
      settings={settings}
      title={title}
      heading={title}
      lede={isMade ? "Three short films, to watch whenever you like." : "Take three minutes for these films before you begin."}
      done={done}
    >
      <div className="grid grid-cols-1 gap-8 full:grid-cols-[minmax(0,1fr)_18rem] full:gap-14">
        <aside
          aria-labelledby="profile"
          className="grid content-start justify-items-start gap-3 rounded-[0.5rem] border border-rule bg-sheet px-6 py-5 full:order-last full:self-start"
        >
          <h2 id="profile">{isMade ? "Your profile" : "Create a profile"}</h2>
          <p className="text-soft">
            {isMade ? "You can change it at any time." : "It takes about five minutes, and you can change it at any time."}
          </p>
          <LinkButton href="/profile">{isMade ? "Edit your profile" : "Create Profile"}</LinkButton>
        </aside>
        <FilmText blocks={blocks} path="/welcome" asked={film} />
      </div>
    </Page>
  );
}
