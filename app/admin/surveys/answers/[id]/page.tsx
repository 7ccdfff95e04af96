import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { readContact } from "@/lib/staff/surveys/commands";

/** An answer whose member asked to be contacted. All other answers are read without a name. */
export default async function ContactAnswerPage({ params }: PageProps<"/admin/surveys/answers/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const answer = await readContact(viewer, id, now);
  if (!answer) notFound();
  const { name, memberId, title, answeredAt, answers } = answer;
  return (
    <Page
      settings={settings}
      title={`${name} would like to be contacted`}
      heading={`${name} would like to be contacted`}
      lede="They asked for it when they answered a survey, and know that you read their answer with their name."
      back={{ href: "/admin", label: "Today" }}
      isNarrow
    >
      <Facts
        facts={[
          ["Survey", title],
          ["Answered", <Time key="at" at={answeredAt} now={now} timeZone={viewer.timeZone} as="date-time" />],
        ]}
      />
      <dl className="grid gap-4">
        {answers.map(({ question, said }) => (
          <div key={question}>
            <dt className="text-[0.92rem] text-soft">{question}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{said}</dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href={`/admin/letters/new?to=${memberId}`}>Write to {name}</LinkButton>
        <Link href={`/admin/members/${memberId}`} className="py-2">
          Open the member’s page
        </Link>
      </p>
    </Page>
  );
}
