import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Time } from "@/components/ui/time";
import { countNew } from "@/lib/entrypoints/new-notices";
import { NOTICES } from "@/lib/entrypoints/notices";
import type { Viewer } from "@/lib/foundation/viewer";
import { findChoices, listNotifications, type NotificationItem } from "@/lib/notify/notices/queries";
import { notificationHref, notificationSentence } from "@/lib/notify/notices/sentence";
import { isSettled } from "@/lib/notify/notices/settled";
import { sayChoices } from "@/lib/notify/notices/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { markAll, open } from "./actions";

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const viewer = await requireViewer();
  const [{ settings, news, now }, { before, done }] = await Promise.all([readRequest(), searchParams]);
  const unread = countNew(news, null, now);
  const cursor = typeof before === "string" ? before : null;
  const [{ items, older }, choices] = await Promise.all([listNotifications(viewer, cursor), findChoices(viewer)]);
  return (
    <Page
      settings={settings}
      title="Notifications"
      heading="Notifications"
      lede="Everything we have told you, newest first."
      done={done}
    >
      <p>
        {sayChoices(choices)} <Link href="/account#mails">Choose what is mailed to you</Link>
      </p>
      {unread > 0 && (
        <form action={markAll}>
          <Button kind="quiet">Mark all as read</Button>
        </form>
      )}
      {items.length > 0 ? (
        <div>
          <ul className="border-t border-rule">
            {items.map((item) => (
              <Notification key={item.key} item={item} viewer={viewer} settings={settings} now={now} />
            ))}
          </ul>
          <Pagination
            of="notifications"
            previous={cursor ? "/notifications" : null}
            previousLabel="Back to the newest"
            next={older && `/notifications?before=${encodeURIComponent(older)}`}
          />
        </div>
      ) : (
        <EmptyState
          heading="Nothing to tell you yet"
          action={
            <LinkButton href="/" kind="quiet">
              Go to Home
            </LinkButton>
          }
        >
          <p>When somebody writes to you or answers you, you see it here.</p>
        </EmptyState>
      )}
    </Page>
  );
}

interface NotificationProps {
  item: NotificationItem;
  viewer: Viewer;
  settings: Settings;
  now: Date;
}

function Notification({ item, viewer, settings, now }: NotificationProps) {
  const { key, kind, role, partnerName, data, proposalId, createdAt, matter } = item;
  const sentence = notificationSentence(NOTICES, kind, { partnerName, role, data, settings, timeZone: viewer.timeZone, now });
  const isNew = matter !== null && !isSettled(NOTICES, { kind, data, matter }, now);
  const href = notificationHref(NOTICES, kind, { proposalId, role, data });
  return (
    <li className="grid max-w-none gap-1 border-b border-rule py-4">
      {!isNew ? (
        <p>
          <Link href={href} className="inline-block py-0.5">
            {sentence}
          </Link>
        </p>
      ) : (
        <form action={open}>
          <input type="hidden" name="key" value={key} />
          <button
            type="submit"
            className="max-w-[64ch] cursor-pointer py-0.5 text-left font-[650] text-accent underline decoration-[0.06em] underline-offset-[0.18em] hover:decoration-[0.14em]"
          >
            <span className="mr-2 inline-block rounded-full border border-accent bg-accent px-2 text-[0.8rem] leading-[1.35rem] text-accent-ink no-underline">
              New
            </span>
            {sentence}
          </button>
        </form>
      )}
      <p className="text-[0.92rem] text-soft">
        <Time at={createdAt} now={now} timeZone={viewer.timeZone} as="date-time" />
        {role && viewer.isMentor && viewer.isMentee && `, to you as ${settings.words[role]}`}
      </p>
    </li>
  );
}
