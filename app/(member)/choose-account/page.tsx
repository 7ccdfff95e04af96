import { redirect } from "next/navigation";
import { chooseAccount } from "@/app/actions";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireSignedIn } from "@/lib/people/auth/session";

export default async function ChooseAccountPage({ searchParams }: PageProps<"/choose-account">) {
  const viewer = await requireSignedIn();
  if (!viewer.isMentor || !viewer.isMentee) redirect("/");
  const [{ settings }, { done }] = await Promise.all([readRequest(), searchParams]);
  const { words } = settings;
  return (
    <Page
      settings={settings}
      title="Choose your account"
      heading="Which account would you like to use?"
      lede="You can switch at any time, at the top of every page."
      done={done}
      isNarrow
    >
      <div className="grid gap-5 wide:grid-cols-2">
        {(["mentee", "mentor"] as const).map((role) => (
          <section
            key={role}
            aria-labelledby={role}
            className="grid content-start gap-3 rounded-[0.5rem] border border-rule bg-sheet p-6"
          >
            <h2 id={role}>As {withArticle(words[role])}</h2>
            <p className="text-soft">
              {role === "mentee"
                ? `Find ${withArticle(words.mentor)}, and follow the proposals you have sent.`
                : `Answer proposals from ${words.mentees}, and support the ones you already have.`}
            </p>
            <Form action={chooseAccount} submit={`Continue as ${withArticle(words[role])}`} className="mt-2">
              <input type="hidden" name="role" value={role} />
            </Form>
          </section>
        ))}
      </div>
    </Page>
  );
}
