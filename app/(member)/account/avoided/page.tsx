import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { SearchForm } from "@/components/ui/search-form";
import { cleanLine } from "@/lib/foundation/typed-text";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { capital, withArticle } from "@/lib/foundation/wording";
import type { Avoided, AvoidedList } from "@/lib/pairing/avoided/avoided";
import { searchPeople } from "@/lib/pairing/avoided/limited-search";
import { listAvoided } from "@/lib/pairing/avoided/queries";
import { AVOIDED_HEADING, LONGEST_NAME, sayWhomToFind } from "@/lib/pairing/avoided/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { changeAvoided } from "./actions";

/** The people the viewer would rather not be matched with, in each role that they hold. */
export default async function AvoidedPage({ searchParams }: PageProps<"/account/avoided">) {
  const viewer = await requireViewer();
  const [{ settings }, params, lists] = await Promise.all([readRequest(), searchParams, listAvoided(viewer)]);
  const typedAs = (role: Role) => cleanLine(String(params[fieldOf(role)] ?? "")).slice(0, LONGEST_NAME);
  return (
    <Page
      settings={settings}
      title={AVOIDED_HEADING}
      heading={AVOIDED_HEADING}
      lede="Only you can see this list. Staff who match people see only that one of the two would rather not be matched with the other, never which of them."
      back={{ href: "/account", label: "Edit Account" }}
      done={params.done}
      isNarrow
    >
      <p>
        We do not suggest you to each other, and {settings.words.mentees} on the list of {withArticle(settings.words.mentor)}{" "}
        can send them no new proposal or question. Anything open between you stays as it is. If you want to hear nothing at all
        from somebody, block them instead.
      </p>
      {lists.length === 0 && <p>You are not taking part in mentoring at present, so nobody can be matched with you.</p>}
      {lists.map((list) => (
        <List key={list.role} list={list} typed={typedAs(list.role)} {...{ viewer, settings }} />
      ))}
    </Page>
  );
}

/** Each role has a box of its own. */
function fieldOf(role: Role): string {
  return `find-as-${role}`;
}

interface ListProps {
  list: AvoidedList;
  /** The name that was looked for in this role. */
  typed: string;
  viewer: Viewer;
  settings: Settings;
}

async function List({ list: { role, people }, typed, viewer, settings }: ListProps) {
  const found = typed === "" ? [] : await searchPeople(viewer, role, typed);
  const { words } = settings;
  return (
    <section aria-labelledby={role} className="grid gap-5 border-t border-rule pt-6">
      <h2 id={role}>{`As ${withArticle(words[role])}`}</h2>
      {people.length === 0 && <p>Nobody is on your list.</p>}
      <People {...{ role, people, settings }} does="remove" label="Take off" />
      <SearchForm href="/account/avoided" className="grid gap-4">
        <TextField
          name={fieldOf(role)}
          label={`${capital(role === "mentee" ? words.mentors : words.mentees)} to add`}
          hint={sayWhomToFind(role, words)}
          type="search"
          initial={typed}
          maxLength={LONGEST_NAME}
        />
        <p>
          <Button kind="quiet">Find</Button>
        </p>
      </SearchForm>
      {typed !== "" && found === null && <p>You have searched a lot in the last few minutes. Please wait five minutes.</p>}
      {typed !== "" && found?.length === 0 && <p>We found nobody with this name or number.</p>}
      <People {...{ role, settings }} people={found ?? []} does="avoid" label="Add" />
    </section>
  );
}

interface PeopleProps {
  role: Role;
  people: readonly Avoided[];
  does: "avoid" | "remove";
  label: ReactNode;
  settings: Settings;
}

/** Names, each with its button. */
function People({ role, people, does, label, settings }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <Form action={changeAvoided} title={titleOf(AVOIDED_HEADING, settings)} isOneOfSeveral>
      <HiddenField name="role" initial={role} />
      <ul className="grid border-t border-rule">
        {people.map(({ memberId, name }) => (
          <li key={memberId} className="flex max-w-none flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-3">
            <span className="prose-plain min-w-0 flex-1 basis-[14rem] font-[650]">{name}</span>
            <Button kind="plain" name={does} value={memberId}>
              {label}
              <span className="sr-only"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
