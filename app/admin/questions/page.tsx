import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import type { Role } from "@/lib/foundation/viewer";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { KeptQuestion } from "@/lib/people/profile-questions/profile-question";
import { listQuestions, listUnfitOnJoining } from "@/lib/people/profile-questions/queries";
import { labelReaders, sayKind, sayUnfit } from "@/lib/people/profile-questions/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { moveQuestion } from "./actions";
import { formOf, type QuestionForm, sayForm } from "./form-of";

/** What the society asks on the two profiles, beside what every profile asks; or of those who join a programme. */
export default async function QuestionsPage({ searchParams }: PageProps<"/admin/questions">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { done, programme }] = await Promise.all([readRequest(), searchParams]);
  const form = await formOf(programme, now);
  const [questions, unfit] = await Promise.all([
    listQuestions(viewer, form.programmeId),
    form.programmeId === null ? listUnfitOnJoining(viewer) : [],
  ]);
  const heading = form.name === null ? "Questions on profiles" : `Questions on joining ${form.name}`;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={<span className="prose-plain">{heading}</span>}
      lede={
        form.name === null
          ? "Your own questions, which members answer when they save their profile. They are asked from the next time somebody opens the form."
          : "Your own questions, which members answer when they join or apply. Members who have already joined can answer on the programme’s page."
      }
      back={
        form.programmeId === null
          ? { href: "/admin/settings", label: "Settings" }
          : { href: `/admin/programmes/${form.programmeId}`, label: form.name ?? "" }
      }
      done={done}
    >
      {unfit.length > 0 && (
        <Note>
          <p>What your sign-in says does not always fit these questions on joining programmes:</p>
          <ul className="grid gap-1">
            {unfit.map((question) => (
              <li key={question.id}>
                <QuestionLink question={question} /> {sayUnfit(question.unfit)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {(["mentor", "mentee"] as const).map((role) => (
        <RoleQuestions
          key={role}
          role={role}
          form={form}
          questions={questions.filter((question) => question.role === role)}
          settings={settings}
        />
      ))}
    </Page>
  );
}

interface RoleQuestionsProps {
  role: Role;
  form: QuestionForm;
  questions: readonly KeptQuestion[];
  settings: Settings;
}

function RoleQuestions({ role, form, questions, settings }: RoleQuestionsProps) {
  const as = withArticle(settings.words[role]);
  const where = sayForm(form, as);
  const asked = questions.filter(({ retiredAt }) => retiredAt === null);
  const retired = questions.filter(({ retiredAt }) => retiredAt !== null);
  return (
    <section aria-labelledby={role} className="grid gap-4">
      <h2 id={role}>{form.name === null ? `The profile as ${as}` : `Joining as ${as}`}</h2>
      {asked.length === 0 ? (
        <p>Nothing of your own is asked here.</p>
      ) : (
        <Table
          caption={`Questions ${where}`}
          columns={["Question", "Answer", "Who reads it", "Order"].map((label) => ({ label }))}
          rows={asked.map((question, i) => ({
            key: question.id,
            cells: [
              <QuestionLink key="question" question={question} />,
              <KindOfAnswer key="kind" question={question} />,
              labelReaders(question, settings.words),
              <div key="move" className="flex gap-2">
                {i > 0 && <Move question={question} direction="up" />}
                {i < asked.length - 1 && <Move question={question} direction="down" />}
              </div>,
            ],
          }))}
        />
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-3">
        <LinkButton href={`/admin/questions/new/${role}${form.query}`} kind="quiet">
          Add a question<span className="sr-only">{` ${where}`}</span>
        </LinkButton>
        {asked.length > 0 && (
          <Link href={`/admin/questions/preview/${role}${form.query}`} className="py-2">
            See it as a member does<span className="sr-only">{` (${where})`}</span>
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

function KindOfAnswer({ question }: { question: KeptQuestion }) {
  return (
    <span className="wrap-anywhere">
      {sayKind(question)}
      {question.unfit > 0 && <strong className="block">{sayUnfit(question.unfit)}</strong>}
    </span>
  );
}

function QuestionLink({ question: { id, question } }: { question: Pick<KeptQuestion, "id" | "question"> }) {
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
