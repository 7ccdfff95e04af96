import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { tellMeWhen } from "./actions";

interface TellMeWhenProps {
  about: { mentorId: string; programmeId: string | null } | { search: string };
  /** The mentor's; null for a search. */
  name: string | null;
  isAwaited: boolean;
}

/** The offer to be told when one mentor, or anybody for a search, is free; or that it has been taken up. */
export function TellMeWhen({ about, name, isAwaited }: TellMeWhenProps) {
  if (isAwaited)
    return (
      <p>
        We will tell you when {name ?? "somebody"} is free. <Link href="/saved">See or stop your alerts</Link>
      </p>
    );
  return (
    <Form action={tellMeWhen} submit={`Tell me when ${name ?? "somebody"} is free`} kind="quiet">
      {"mentorId" in about ? (
        <>
          <input type="hidden" name="mentorId" value={about.mentorId} />
          {about.programmeId && <input type="hidden" name="programmeId" value={about.programmeId} />}
        </>
      ) : (
        <input type="hidden" name="search" value={about.search} />
      )}
    </Form>
  );
}
