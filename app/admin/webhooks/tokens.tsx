import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { type ApiToken, stateOf } from "@/lib/society/api-tokens/api-token";
import { revokeToken } from "./actions";

interface TokensProps {
  tokens: readonly ApiToken[];
  title: string;
  now: Date;
  timeZone: string;
}

/** Which systems may read, and since when nobody has asked with a token. */
export function Tokens({ tokens, title, now, timeZone }: TokensProps) {
  const time = (at: Date) => <Time at={at} now={now} timeZone={timeZone} as="date-time" />;
  return (
    <section aria-labelledby="tokens" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="tokens">Systems that read from here</h2>
      {tokens.length === 0 ? (
        <EmptyState heading="No access tokens">
          A system with an access token can read members, relationships and meetings as numbers and dates.
        </EmptyState>
      ) : (
        <ul className="grid border-t border-rule">
          {tokens.map((token) => {
            const state = stateOf(token, now);
            return (
              <li key={token.id} className="flex max-w-none flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-3">
                <span className="prose-plain min-w-0 flex-1 basis-[14rem]">
                  <span className="block font-[650] break-words">{token.name}</span>
                  <span className="block text-soft">
                    May read {token.scopes.join(", ")}. {state === "valid" ? "Valid until " : `${capital(state)}: `}
                    {time(token.revokedAt ?? token.expiresAt)}. {token.lastUsedAt ? "Last used: " : "Never used."}
                    {token.lastUsedAt && <>{time(token.lastUsedAt)}.</>}
                  </span>
                </span>
                {state === "valid" && (
                  <Form
                    action={revokeToken}
                    kind="plain"
                    title={title}
                    isOneOfSeveral
                    submit={
                      <>
                        Revoke<span className="sr-only"> the token of {token.name}</span>
                      </>
                    }
                  >
                    <input type="hidden" name="tokenId" value={token.id} />
                  </Form>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p>
        <LinkButton href="/admin/webhooks/token" kind="quiet">
          Make an access token
        </LinkButton>
      </p>
    </section>
  );
}
