import { Time } from "@/components/ui/time";
import type { Role } from "@/lib/foundation/viewer";
import type { RoleCondition } from "@/lib/pairing/readiness/conditions/queries";
import { sayEffectOfAll, sayNeeds, sayWay } from "@/lib/pairing/readiness/wording";
import type { Settings } from "@/lib/society/settings/settings";

interface RoleConditionsProps {
  roles: readonly Role[];
  /** Of any role; those of these are shown. */
  conditions: readonly RoleCondition[];
  /** The name of the programme; null: the society's own scheme. */
  programme: string | null;
  settings: Settings;
  now: Date;
  timeZone: string;
  /** Somebody who has no account reads what is asked, and not the texts. */
  isForStrangers?: boolean;
  /** Where it is beside the point for most who come to the page. */
  isFolded?: boolean;
}

/** What each of these roles needs, for somebody who has not taken it on yet; nothing where nothing is asked. */
export function RoleConditions({ roles, ...props }: RoleConditionsProps) {
  return roles.map((role) => <OfRole key={role} role={role} {...props} />);
}

type OfRoleProps = Omit<RoleConditionsProps, "roles"> & { role: Role };

function OfRole({ conditions, ...props }: OfRoleProps) {
  const { role, isFolded, settings } = props;
  const asked = conditions.filter((condition) => condition.role === role);
  if (asked.length === 0) return null;
  const title = sayNeeds(role, settings.words);
  return isFolded ? (
    <details>
      <summary className="py-1 font-semibold">{title}</summary>
      <div className="pt-2">
        <List {...props} conditions={asked} />
      </div>
    </details>
  ) : (
    <List {...props} conditions={asked} title={title} />
  );
}

function List({
  role,
  conditions,
  programme,
  settings,
  isForStrangers,
  title,
  now,
  timeZone,
}: OfRoleProps & { title?: string }) {
  return (
    <div className="grid grid-cols-1 gap-3 border-l-4 border-accent bg-tint px-5 py-3.5">
      {title && <p className="font-semibold">{title}</p>}
      <p className="prose-plain">{sayEffectOfAll(role, programme, settings.words)}</p>
      <ul className="grid grid-cols-1 gap-3">
        {conditions.map((condition) => (
          <li key={condition.id} className="grid max-w-none grid-cols-1 gap-1">
            <span className="prose-plain font-[650]">{condition.name}</span>
            <Way condition={condition} now={now} timeZone={timeZone} />
            {!isForStrangers && (
              <details>
                <summary className="py-1">
                  {condition.kind === "declaration" ? "Read the declaration" : "More about it"}
                  <span className="sr-only">: {condition.name}</span>
                </summary>
                <p className="prose-plain py-1">{condition.text}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How to meet it, or that they do. */
function Way({ condition, now, timeZone }: { condition: RoleCondition; now: Date; timeZone: string }) {
  const { isMet, expiresAt, countsAt } = condition;
  const date = (at: Date) => <Time at={at} now={now} timeZone={timeZone} as="date" />;
  if (isMet)
    return (
      <span>
        <strong>You have this already</strong>
        {expiresAt && <>, valid until {date(expiresAt)}</>}.
      </span>
    );
  return (
    <span>
      {sayWay(condition)}
      {countsAt > now && <> It is needed from {date(countsAt)} on.</>}
    </span>
  );
}
