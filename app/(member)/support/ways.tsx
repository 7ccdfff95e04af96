import type { Settings } from "@/lib/society/settings/settings";

/** Other ways to get help: the FAQ, and how to reach the society without this page. */
export function Ways({ settings: { support, society } }: { settings: Settings }) {
  const { email, phone } = support;
  return (
    <div className="grid gap-2">
      <p>
        Many questions are answered in the <a href="/faq">frequently asked questions</a>. To see how we deal with complaints,
        and who reviews an answer that you are not happy with, read <a href="/complaints">how to complain</a>.
      </p>
      {(email || phone) && (
        <p>
          You can also reach {society.name} by{" "}
          {email && (
            <>
              e-mail, <a href={`mailto:${email}`}>{email}</a>
            </>
          )}
          {email && phone && ", or by "}
          {phone && (
            <>
              telephone, <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
            </>
          )}
          .
        </p>
      )}
    </div>
  );
}
