import { Page } from "@/components/ui/page";
import { sayMonths, withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { titleAround, WayIn } from "./(public)/way-in";

export const FRONT_HEADING = "Mentoring, from member to member";

export function sayFrontLede({ society }: Settings): string {
  return `${society.product} brings together members of the society: one has already been where the other wants to go.`;
}

/** What this is, how it works, and the way in. */
export function Welcome({ settings, done }: { settings: Settings; done?: string | string[] | undefined }) {
  const { words, proposals, relationships } = settings;
  const steps = [
    {
      heading: "Say what you want to work on",
      text: `A short profile is enough. We show you the ${words.mentors} who fit, and say in plain words why.`,
    },
    {
      heading: `Ask ${withArticle(words.mentor)}`,
      text: `Write what you would like to achieve. The ${words.mentor} accepts or rejects it, and nobody waits longer than ${proposals.expireAfterDays} days.`,
    },
    {
      heading: "Talk",
      text: `Meet in person, by video or by letter: you two decide how and how often. Mentoring lasts for up to ${sayMonths(relationships.months)}, and either of you can end it without blame.`,
    },
  ];
  return (
    <Page settings={settings} {...titleAround("Welcome")} done={done} heading={FRONT_HEADING} lede={sayFrontLede(settings)}>
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.2fr_1fr] full:gap-14">
        <section aria-labelledby="how" className="grid gap-5">
          <h2 id="how">How it works</h2>
          <ol className="grid border-t border-rule">
            {steps.map(({ heading, text }, i) => (
              <li key={heading} className="grid max-w-none grid-cols-[2.2rem_1fr] gap-x-3 border-b border-rule py-5">
                <span aria-hidden="true" className="font-lede text-[1.9rem] leading-none text-accent italic">
                  {i + 1}
                </span>
                <span className="grid gap-1">
                  <strong className="font-serif text-xl leading-tight font-medium">{heading}</strong>
                  <span>{text}</span>
                </span>
              </li>
            ))}
          </ol>
          <p>
            It is free, and open to every current member. You can be {withArticle(words.mentee)}, {withArticle(words.mentor)},
            or both.
          </p>
        </section>
        <WayIn settings={settings} title="Welcome" />
      </div>
    </Page>
  );
}
