import { Time } from "@/components/ui/time";
import type { Settings } from "@/lib/society/settings/settings";
import type { Listed } from "@/lib/staff/members/directory";
import { sayPeculiarities, sayRoles } from "@/lib/staff/members/wording";
import { MemberView } from "./member-view";

interface MemberListProps {
  members: readonly Listed[];
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** Members, each in three lines: name, roles, and what distinguishes them from namesakes. */
export function MemberList({ members, settings, timeZone, now }: MemberListProps) {
  return (
    <ul className="border-t border-rule">
      {members.map((member) => (
        <MemberView
          key={member.id}
          href={`/admin/members/${member.id}`}
          name={member.name}
          roles={sayRoles(member, settings.words)}
          peculiarities={sayPeculiarities(member)}
          contact={`${member.number} · ${member.email}`}
          joined={<Time at={member.createdAt} timeZone={timeZone} now={now} />}
        />
      ))}
    </ul>
  );
}
