import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Settings } from "@/lib/society/settings/settings";
import type { Listed } from "@/lib/staff/members/directory";
import { sayPeculiarities, sayRoles } from "@/lib/staff/members/wording";

interface MemberListProps {
  members: readonly Listed[];
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** Members, each in three lines: name, roles, and what distinguishes them from namesakes. */
export function MemberList({ members, settings, ...when }: MemberListProps) {
  return (
    <ul className="border-t border-rule">
      {members.map((member) => (
        <li key={member.id} className="grid max-w-none gap-0.5 border-b border-rule py-3.5">
          <h2 className="prose-plain text-[1.15rem]">
            <Link href={`/admin/members/${member.id}`}>{member.name}</Link>
          </h2>
          <p className="prose-plain">
            {[sayRoles(member, settings.words), ...sayPeculiarities(member)].map((words, i) => (
              <span key={words}>
                {i > 0 && " · "}
                {i > 0 ? <strong>{words}</strong> : words}
              </span>
            ))}
          </p>
          <p className="prose-plain break-words text-soft">
            {member.number} · {member.email} · joined <Time at={member.createdAt} {...when} />
          </p>
        </li>
      ))}
    </ul>
  );
}
