import type { Settings } from "@/lib/society/settings/settings";
import type { SetupItem } from "@/lib/society/settings/setup-items";

interface About {
  /** What is to be done. */
  label: string;
  /** What it takes, and why it matters. */
  needs: string;
  /** Where it is done; empty where it is done outside. */
  href: string | null;
  link: string;
}

/** What is to be done, for the administrators of a new society. */
export function aboutItem(item: SetupItem, { society, words }: Settings): About {
  switch (item) {
    case "names":
      return {
        label: "Name the society and the platform",
        needs: "Both names are on every page and in every e-mail.",
        href: "/admin/settings/society",
        link: "Change the names",
      };
    case "help":
      return {
        label: "Say where members find help",
        needs: "You need an e-mail address or a telephone number that somebody looks after.",
        href: "/admin/settings/contact",
        link: "Enter the address",
      };
    case "logo":
      return {
        label: "Add your logo",
        needs: "You need a picture in PNG, JPEG or WebP, at least 40 pixels high.",
        href: "/admin/settings/logo",
        link: "Add a logo",
      };
    case "sign-in":
      return {
        label: "Have a member sign in who does not work for the society",
        needs: `Ask a colleague or a friendly member to sign in to ${society.product}. It is done once somebody has.`,
        href: "/admin/members",
        link: "Look at the members",
      };
    case "mail":
      return {
        label: "Send a first e-mail",
        needs: "E-mail has to be set up by whoever runs the server. It is done once one has been handed over for delivery.",
        href: "/admin/mail",
        link: "Look at the e-mails",
      };
    case "register":
      return {
        label: "Import the membership register",
        needs: "You need a file with number, name, e-mail address and standing of every member. Nobody can join without it.",
        href: "/admin/register",
        link: "Import the register",
      };
    case "texts":
      return {
        label: "Read the privacy policy and publish your own",
        needs: "The text that comes with the platform is a beginning: it cannot know whom you work with.",
        href: "/admin/content/privacy",
        link: "Edit the privacy policy",
      };
    case "contract":
      return {
        label: "Read the contract between partners and publish your own",
        needs: `Every ${words.mentor} and ${words.mentee} are asked to sign it. Your own wording may differ.`,
        href: "/admin/content/contract",
        link: "Edit the contract",
      };
    case "second-admin":
      return {
        label: "Make somebody else an administrator too",
        needs: "If the only administrator is ill or has left, nobody can change settings or staff.",
        href: "/admin/members",
        link: "Choose a member",
      };
  }
}
