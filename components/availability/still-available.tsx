import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import type { FormState } from "@/lib/entrypoints/form-state";
import { sayAnswer } from "@/lib/pairing/still-available/still-available";

interface StillAvailableProps {
  round: number;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The page's whole title. */
  title: string;
}

/** The question to a mentor on Home. Pausing has its form in Edit Account. */
export function StillAvailable({ round, action, title }: StillAvailableProps) {
  return (
    <section aria-labelledby="still-available" className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-7">
      <h2 id="still-available">Are you still available?</h2>
      <Form
        action={action}
        submit={sayAnswer("yes")}
        title={title}
        isOneOfSeveral
        aside={
          <LinkButton href="/account#availability" kind="plain">
            Pause, or Make Unavailable
          </LinkButton>
        }
      >
        <input type="hidden" name="round" value={round} />
      </Form>
    </section>
  );
}
