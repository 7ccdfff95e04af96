import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import type { FormState } from "@/lib/entrypoints/form-state";
import type { OpenQuestion as Open } from "@/lib/mentoring/check-ins/queries";
import { sayAnswer, sayQuestion } from "@/lib/mentoring/check-ins/question";

interface OpenQuestionProps {
  open: Open;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The page's whole title. */
  title: string;
}

/** "Have you met?", with its answers. The one that ends the relationship asks first, on a page of its own. */
export function OpenQuestion({ open, action, title }: OpenQuestionProps) {
  const { relationshipId, question, round, partnerName, isAwaited } = open;
  const heading = `question-${relationshipId}`;
  return (
    <section aria-labelledby={heading} className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-7">
      <h2 id={heading}>{sayQuestion(question, partnerName)}</h2>
      {isAwaited && <p>{partnerName} is hoping to hear from you.</p>}
      <Form action={action} title={title} isOneOfSeveral>
        <input type="hidden" name="id" value={relationshipId} />
        <input type="hidden" name="round" value={round} />
        <div className="flex flex-wrap gap-3">
          {(["met", "date", "no-reply"] as const).map((answer) => (
            <Button key={answer} name="answer" value={answer} kind="quiet">
              {sayAnswer(answer, question)}
            </Button>
          ))}
          <LinkButton href={`/relationships/${relationshipId}/end`} kind="plain">
            {sayAnswer("not-going", question)}
          </LinkButton>
        </div>
      </Form>
    </section>
  );
}
