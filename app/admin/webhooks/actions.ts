"use server";

import { adminAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import { startOfDay } from "@/lib/foundation/dates";
import { writeSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { make, revoke } from "@/lib/society/api-tokens/commands";
import { MakeTokenInput, RevokeTokenInput } from "@/lib/society/api-tokens/input";
import { NEW_KEY } from "@/lib/society/api-tokens/new-key";
import { sayTokenRefusal } from "@/lib/society/api-tokens/wording";

import { addEndpoint, editEndpoint, renewSecret, replay, switchEndpoint } from "@/lib/society/webhooks/commands";
import {
  AddEndpointInput,
  EditEndpointInput,
  EndpointInput,
  ReplayInput,
  ReplaySinceInput,
  SwitchInput,
} from "@/lib/society/webhooks/input";
import { sayWebhookRefusal, type WebhookRefusal } from "@/lib/society/webhooks/wording";

export const makeToken = adminAction(MakeTokenInput, async ({ input, viewer, now }) => {
  const made = await make(viewer, input, now);
  if (!made.ok) return refused(sayTokenRefusal(made.reason));
  await writeSealedCookie(NEW_KEY, { memberId: viewer.memberId, kind: "token", name: input.name, key: made.value });
  return goTo("/admin/webhooks/key");
});

export const addWebhook = adminAction(AddEndpointInput, async ({ input, viewer, now }) => {
  const added = await addEndpoint(viewer, input, now);
  if (!added.ok) return refusedAt(added.reason);
  await writeSealedCookie(NEW_KEY, { memberId: viewer.memberId, kind: "secret", name: input.address, key: added.value });
  return goTo("/admin/webhooks/key");
});

export const editWebhook = adminAction(EditEndpointInput, async ({ input, viewer, now }) => {
  const edited = await editEndpoint(viewer, input, now);
  return edited.ok ? goTo(`/admin/webhooks/${input.endpointId}`, "webhook-changed") : refusedAt(edited.reason);
});

function refusedAt(reason: WebhookRefusal): Outcome {
  return refused(sayWebhookRefusal(reason), reason === "address" || reason === "private" ? "address" : undefined);
}

export const switchWebhook = adminAction(SwitchInput, async ({ input: { endpointId, on }, viewer, now }) => {
  const switched = await switchEndpoint(viewer, endpointId, on === "yes", now);
  if (!switched.ok) return refused(sayWebhookRefusal(switched.reason));
  return goTo(`/admin/webhooks/${endpointId}`, on === "yes" ? "webhook-on" : "webhook-off");
});

export const renewWebhook = adminAction(EndpointInput, async ({ input, viewer, now }) => {
  const renewed = await renewSecret(viewer, input.endpointId, now);
  if (!renewed.ok) return refused(sayWebhookRefusal(renewed.reason));
  const { secret, address } = renewed.value;
  await writeSealedCookie(NEW_KEY, { memberId: viewer.memberId, kind: "secret", name: address, key: secret });
  return goTo("/admin/webhooks/key");
});

export const replayOne = adminAction(ReplayInput, async ({ input: { endpointId, deliveryId }, viewer, now }) =>
  replayed(endpointId, await replay(viewer, endpointId, { deliveryId }, now)),
);

export const replaySince = adminAction(ReplaySinceInput, async ({ input, viewer, settings, now }) => {
  const since = startOfDay(input.since, settings.society.timeZone);
  if (!since) return refused("Enter a day.", "since");
  return replayed(input.endpointId, await replay(viewer, input.endpointId, { since }, now));
});

function replayed(endpointId: string, result: Awaited<ReturnType<typeof replay>>): Outcome {
  return result.ok ? goTo(`/admin/webhooks/${endpointId}`, "webhook-replayed") : refused(sayWebhookRefusal(result.reason));
}

export const revokeToken = adminAction(RevokeTokenInput, async ({ input, viewer, now }) => {
  const revoked = await revoke(viewer, input.tokenId, now);
  return revoked.ok ? goTo("/admin/webhooks", "token-revoked") : refused(sayTokenRefusal(revoked.reason));
});
