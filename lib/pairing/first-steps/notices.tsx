import { withField } from "@/lib/foundation/destination";
import { capital, withArticle } from "@/lib/foundation/wording";
import { Action, LinkLine, Paragraph, Suggestions } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";

/** To those who have registered and not begun. */
export const FIRST_STEPS_NOTICES = defineNotices({
  "profile-missing": {
    group: "starting",
    to: "member",
    label: "Profile not made yet",
    sentence: ({ product }) => `Your profile on ${product} is the next step. It takes about five minutes.`,
    leadsTo: () => "/profile",
    letter: (facts) => ({
      subject: `Your next step on ${facts.product}`,
      preview: "A profile takes about five minutes.",
      body: (
        <>
          <Paragraph>
            You have registered, and your profile is the next step. It takes about five minutes, and you can change it at any
            time.
          </Paragraph>
          <Paragraph>
            From it we work out which {facts.words.mentors} and {facts.words.mentees} fit each other. Without one, nobody can
            find you.
          </Paragraph>
          <Action to={facts.here}>Create Profile</Action>
          <Paragraph isSoft>We will not remind you of this again.</Paragraph>
        </>
      ),
      because: `you have registered on ${facts.product} and have no profile yet`,
    }),
  },

  "first-proposal": {
    group: "starting",
    to: "mentee",
    label: "Nobody asked yet",
    needs: ["suggestions", "joined"],
    sentence: ({ words }) => `You have not asked ${withArticle(words.mentor)} yet. We have put those who fit you at the top.`,
    leadsTo: ({ data }) => withField("/mentors", "programme", data.programmeId ?? null),
    letter: (facts) => ({
      subject: `${capital(facts.words.mentors)} on ${facts.product} who may fit you`,
      preview: `Asking is easier than it looks, and ${withArticle(facts.words.mentor)} can always say no.`,
      body: (
        <>
          <Paragraph>
            Your profile is ready, and you have not asked anybody yet. Asking is easier than it looks: a few sentences on what
            you would like to work on are enough. They have a few weeks to answer, and you can withdraw at any time.
          </Paragraph>
          <Suggestions facts={facts} />
          <Action to={facts.mentors}>{`See all ${facts.words.mentors}`}</Action>
          <LinkLine to={facts.toPage("/faq")}>How it works</LinkLine>
        </>
      ),
      because: `you are looking for ${withArticle(facts.words.mentor)} and have not asked anybody yet`,
    }),
  },
});
