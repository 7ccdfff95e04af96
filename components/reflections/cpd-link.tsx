import { Link } from "@/components/ui/link";

/** The way to one's own record of professional development, where people look for what came of their meetings. */
export function CpdLink() {
  return (
    <p className="text-soft">
      Mentoring may count as professional development:{" "}
      <Link href="/cpd" className="inline-block py-1">
        CPD record
      </Link>
    </p>
  );
}
