import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { NEW_CODES } from "@/lib/people/auth/second-step/on-the-way";
import { readSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { readRequest, requireViewer } from "@/lib/people/auth/session";

const TITLE = "Your recovery codes";

/** The only page that ever shows them, for the few minutes in which they can be kept. */
export default async function CodesPage() {
  const viewer = await requireViewer();
  const [{ settings }, made] = await Promise.all([readRequest(), readSealedCookie(NEW_CODES)]);
  if (made?.memberId !== viewer.memberId) redirect("/account/security");
  return (
    <Page
      settings={settings}
      heading={TITLE}
      title={TITLE}
      lede="Keep them somewhere safe, on paper or in a password manager. You will not see them again."
      isNarrow
    >
      <p>If you lose your phone or your passkey, one of these lets you in instead. Each works once.</p>
      <ul className="grid grid-cols-1 gap-x-8 gap-y-2 border-y border-rule py-5 font-mono text-[1.15rem] wide:grid-cols-2">
        {made.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <LinkButton href="/account/security">I have kept them</LinkButton>
      </p>
    </Page>
  );
}
