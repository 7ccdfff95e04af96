import { notFound } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { readKey } from "@/lib/staff/inbox/kinds";
import { namesOf } from "@/lib/staff/inbox/queries";
import { sayAside } from "@/lib/staff/inbox/wording";
import { dismiss } from "./actions";

export default async function DismissPage({ searchParams }: PageProps<"/admin/today/dismiss">) {
  const viewer = await requireStaff("today");
  const [{ settings }, { key }] = await Promise.all([readRequest(), searchParams]);
  const known = typeof key === "string" ? readKey(key) : null;
  if (!known) notFound();
  const names = await namesOf(viewer, known.subjectId);
  if (!names) notFound();
  return (
    <AskPage
      settings={settings}
      heading="Dismiss this?"
      title="Dismiss"
      back={{ href: "/admin", label: "Today" }}
      consequences={
        <>
          <p className="font-semibold">{sayAside({ kind: known.kind, names }, settings.words)}</p>
          <p>
            It disappears from Today for all staff, and nobody else is told. If the same thing happens again, it comes back.
            Until then you can find it under Put aside.
          </p>
        </>
      }
      action={dismiss}
      submit="Dismiss"
      kind="main"
      no="Keep it on the list"
    >
      <input type="hidden" name="key" value={key} />
      <Draft memberId={viewer.memberId} place={`admin/today/dismiss/${key}`} />
      <TextArea name="reason" label="Why can it be dismissed?" hint="For your colleagues." room="short" />
    </AskPage>
  );
}
