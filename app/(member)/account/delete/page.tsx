import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { countMatters } from "@/lib/people/accounts/queries";
import { sayWhatEnds } from "@/lib/people/accounts/wording";
import { readRequest, requireSignedIn } from "@/lib/people/auth/session";
import { leave } from "./actions";

export default async function DeleteAccountPage() {
  const viewer = await requireSignedIn();
  const { settings, now } = await readRequest();
  const { product } = settings.society;
  const ends = sayWhatEnds(await countMatters(viewer.memberId, now), settings);
  return (
    <Page
      settings={settings}
      heading="Delete your account?"
      lede="Here is what happens if you confirm."
      back={{ href: "/account", label: "Edit Account" }}
      isNarrow
    >
      <ul className="grid list-disc gap-2.5 pl-6 marker:text-soft">
        {ends.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>We tell everybody affected that you are no longer on {product}. We give no reason.</li>
        <li>Your partners can still read everything that you wrote to each other.</li>
        <li>Nobody can find you, and you are signed out here and everywhere else.</li>
        <li>You stay on the society’s membership register. Your membership does not change.</li>
        <li>
          If you change your mind, sign in again and you can come back. We keep your profile for that. Relationships that have
          ended stay ended.
        </li>
      </ul>
      <p>
        Your account becomes inactive, but your data is not erased. To leave and have all your personal data erased for good,
        choose <Link href="/account/erase">Erase everything</Link> instead.
      </p>
      <Form
        action={leave}
        submit="Delete Account"
        kind="danger"
        title={titleOf("Delete Account", settings)}
        aside={
          <LinkButton href="/account" kind="plain">
            Keep my account
          </LinkButton>
        }
      />
    </Page>
  );
}
