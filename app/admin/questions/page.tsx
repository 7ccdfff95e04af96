import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import type { Role } from "@/lib/foundation/viewer";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { KeptQuestion } from "@/lib/people/profile-questions/profile-question";
import { listQuestions } from "@/lib/people/profile-questions/queries";
import { KIND_LABELS, labelReaders } from "@/lib/people/profile-questions/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { moveQuestion } from "./actions";

/** What the society asks on the two profiles, beside what every profile asks. */
export default async function QuestionsPage({ searchParams }: PageProps<"/admin/questions">) {
  const viewer = await requireStaff("admin");
  const [{ settings }, { done }, questions] = await Promise.all([readRequest(), searchParams, listQuestions(viewer)]);
  return (
    <Page
      settings={settings}
      title="Questions on profiles"
      heading="Questions on profiles"
      lede="Your own questions, which members answer when they save their profile. They are asked from the next time somebody opens the form."
      back={{ href: "/admin/settings", label: "Settings" }}
      done={done}
    >
      {(["mentor", "mentee"] as const).map((role) => (
        <RoleQuestions
          key={role}
          role={role}
          questions={questions.filter((question) => question.role === role)}
          settings={settings}
        />
      ))}
    </Page>
  );
}

interface RoleQuestionsProps {
  role: Role;
  questions: readonly KeptQuestion[];
  settings: Settings;
}

function RoleQuestions({ role, questions, settings }: RoleQuestionsProps) {
  const profile = `The profile as ${withArticle(settings.words[role])}`;
  const asked = questions.filter(({ retiredAt }) => retiredAt === null);
  const retired = questions.filter(({ retiredAt }) => retiredAt !== null);
  return (
    <section aria-labelledby={role} className="grid gap-4">
      <h2 id={role}>{profile}</h2>
      {asked.length === 0 ? (
        <p>Nothing of your own is asked here.</p>
      ) : (
        <Table
          caption={`Questions on the profile as ${withArticle(settings.words[role])}`}
          columns={["Question", "Answer", "Who reads it", "Order"].map((label) => ({ label }))}
          rows={asked.map((question, i) => ({
            key: question.id,
            cells: [
              <QuestionLink key="question" question={question} />,
              `${KIND_LABELS[question.kind]}${question.isRequired ? ", required" : ""}`,
              labelReaders(question.readers, role, settings.words),
              <div key="move" className="flex gap-2">
                {i > 0 && <Move question={question} direction="up" />}
                {i < asked.length - 1 && <Move question={question} direction="down" />}
              </div>,
            ],
          }))}
        />
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-3">
        <LinkButton href={`/admin/questions/new/${role}`} kind="quiet">
          Add a question<span className="sr-only">{` to the profile as ${withArticle(settings.words[role])}`}</span>
        </LinkButton>
        {asked.length > 0 && (
          <Link href={`/admin/questions/preview/${role}`} className="py-2">
            See it as a member does<span className="sr-only">{` (the profile as ${withArticle(settings.words[role])})`}</span>
          </Link>
        )}
      </p>
      {retired.length > 0 && (
        <section aria-labelledby={`${role}-retired`} className="grid gap-2">
          <h3 id={`${role}-retired`}>Retired</h3>
          <p className="text-soft">Neither asked nor shown any more. Members find their answers in Download my data.</p>
          <ul className="grid border-t border-rule">
            {retired.map((question) => (
              <li key={question.id} className="max-w-none border-b border-rule py-2">
                <QuestionLink question={question} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function QuestionLink({ question: { id, question } }: { question: KeptQuestion }) {
  return (
    <Link href={`/admin/questions/${id}`} className="inline-block min-w-40 py-1 wrap-anywhere">
      {question}
    </Link>
  );
}

function Move({ question: { id, question }, direction }: { question: KeptQuestion; direction: "up" | "down" }) {
  return (
    <form action={moveQuestion} className="relative">
      <input type="hidden" name="id" value={id} />
      <Button kind="plain" name="direction" value={direction}>
        {direction === "up" ? "Up" : "Down"}
        <span className="sr-only"> in the list: {question}</span>
      </Button>
    </form>
  );
}
