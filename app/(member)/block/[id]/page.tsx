import { notFound, redirect } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { Link } from "@/components/ui/link";
import { findKnown } from "@/lib/pairing/blocks/queries";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { block } from "../actions";

export default async function BlockPage({ params }: PageProps<"/block/[id]">) {
  const viewer = await requireViewer();
  const [{ settings }, { id }] = await Promise.all([readRequest(), params]);
  const known = await findKnown(viewer, id);
  if (!known) notFound();
  if (known.isBlocked) redirect("/account/blocked");
  const { name } = known;
  return (
    <AskPage
      settings={settings}
      heading={`Block ${name}?`}
      title={`Block ${name}`}
      back={{ href: "/", label: "Home" }}
      consequences={
        <>
          <p>You and {name} will not hear from each other any more. If you block them:</p>
          <ul className="grid list-disc gap-1.5 pl-6 marker:text-soft">
            <li>you do not appear to each other in searches, lists or suggestions;</li>
            <li>an open proposal between you closes, and a relationship ends, without a reason;</li>
            <li>your e-mail addresses are no longer shown to each other;</li>
            <li>we do not tell {name} that you have blocked them.</li>
          </ul>
          <p>
            The society can see that there is a block, but not why. If something has happened that it should know,{" "}
            <Link href="/support?about=complaint">tell the society</Link>. You can unblock {name} in Edit Account, but that
            reopens nothing.
          </p>
        </>
      }
      action={block}
      submit="Block"
      no="Not now"
    >
      <input type="hidden" name="memberId" value={id} />
    </AskPage>
  );
}
