import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { readSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { NEW_KEY } from "@/lib/society/api-tokens/new-key";

const KINDS = {
  token: { heading: "Your new access token", use: "The system sends it with every request, as Authorization: Bearer." },
  secret: { heading: "Your new signing secret", use: "With it the system checks that what it receives comes from here." },
};

/** The only page that ever shows a key, for the few minutes in which it can be copied. */
export default async function KeyPage() {
  const viewer = await requireStaff("admin");
  const [{ settings }, made] = await Promise.all([readRequest(), readSealedCookie(NEW_KEY)]);
  const shown = made?.memberId === viewer.memberId ? made : null;
  const heading = shown ? KINDS[shown.kind].heading : "This key is no longer shown";
  return (
    <Page
      settings={settings}
      heading={heading}
      title={heading}
      lede={
        shown
          ? "Copy it into the other system now. You will not see it again."
          : "A key can be read for ten minutes after it was made. If nobody copied it, make another."
      }
      back={{ href: "/admin/webhooks", label: "Connections" }}
      isNarrow
    >
      {shown && (
        <>
          <p>
            For <strong className="break-words">{shown.name}</strong>. {KINDS[shown.kind].use}
          </p>
          <p className="border-y border-rule py-5 font-mono text-[1.05rem] break-all">{shown.key}</p>
          <p>
            <LinkButton href="/admin/webhooks">I have copied it</LinkButton>
          </p>
        </>
      )}
    </Page>
  );
}
