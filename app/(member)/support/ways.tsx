import { Link } from "@/components/ui/link";
import type { Settings } from "@/lib/society/settings/settings";

/** Other ways to get help: the FAQ, and how to reach the society without this page. */
export function Ways({ settings: { support, society } }: { settings: Settings }) {
  const { email, phone, postalAddress } = support;
  return (
    <div className="grid gap-2">
      <p>
        Many questions are answered in the <Link href="/faq">frequently asked questions</Link>. To see how we deal with
        complaints, and who reviews an answer that you are not happy with, read <Link href="/complaints">how to complain</Link>.
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
      {postalAddress && (
        <p>
          Letters reach {society.name} at {postalAddress.split("\n").join(", ")}.
        </p>
      )}
    </div>
  );
}
