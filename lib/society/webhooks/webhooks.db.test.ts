import { randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import { insertPartners } from "@/testing/partners";
import { insertMember, viewerOf } from "@/testing/people";
import { onDay } from "@/testing/proposals/examples";
import { addEndpoint, editEndpoint, renewSecret, replay, switchEndpoint } from "./commands";
import { deliverWebhooks } from "./deliver";
import { findEndpoint, listEndpoints } from "./queries";
import { signedHeaders } from "./signature";
import { webhookDeliveries } from "./sweep-step";
import { forgetDeliveries } from "./upkeep";
import { EVENTS, type WebhookEvent, writeSeen } from "./webhook";

const NOW = onDay(1);
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

interface Heard {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Another system, which keeps what it hears and answers as it is told to. */
class Receiver {
  heard: Heard[] = [];
  answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on("request", async (request, response) => {
      let body = "";
      for await (const piece of request) body += piece;
      receiver.heard.push({ headers: request.headers, body });
      receiver.answer(response);
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return receiver;
  }
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }
  get ids(): unknown[] {
    return this.heard.map(({ headers }) => headers["webhook-id"]);
  }
  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
const answering =
  (status: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end();

let [receiver, other]: Receiver[] = [];
const there = () => {
  if (!receiver || !other) throw new Error("Nobody listens.");
  return { receiver, other };
};

beforeEach(async () => {
  env().isDemonstration = true;
  admin = viewerOf(await insertMember({ staff: "admin" }));
  [receiver, other] = [await Receiver.start(), await Receiver.start()];
});
afterEach(async () => {
  receiver?.stop();
  other?.stop();
  env().isDemonstration = false;
  await db().webhookEndpoint.deleteMany();
});

/** There before anybody listens. */
let admin: Viewer;

async function add(address: string, events: readonly WebhookEvent[] = EVENTS): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const added = await addEndpoint(admin, { endpointId: id, address, events: [...events] }, NOW);
  if (!added.ok) throw new Error(added.reason);
  return { id, secret: added.value };
}

describe("what is told", () => {
  test("a registration, to those who asked for it, signed; and a second time to nobody", async () => {
    const { receiver, other } = there();
    const { secret } = await add(receiver.address);
    await add(other.address, ["relationship.ended"]);
    const { number } = await insertMember({ createdAt: NOW });
    await insertMember({ createdAt: NOW, status: "waiting" });
    expect(await deliverWebhooks(NOW)).toEqual({ webhooksDelivered: 1, webhooksFailed: 0 });
    expect(await deliverWebhooks(minutes(5))).toBeNull();
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.heard;
    expect(JSON.parse(body)).toEqual({ type: "member.registered", timestamp: NOW.toISOString(), data: { number } });
    const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
    expect(headers).toMatchObject(signedHeaders(secret, String(headers["webhook-id"]), at, body));
    expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000);
    expect([receiver.heard.length, other.heard.length]).toEqual([1, 0]);
  });

  test("a member who had to be approved, once they are", async () => {
    const { receiver } = there();
    const { id } = await insertMember({ createdAt: NOW, status: "waiting" });
    await add(receiver.address);
    for (const status of ["active", "suspended", "active"])
      await db().member.update({ where: { id }, data: { status }, select: { id: true } });
    await deliverWebhooks(NOW);
    expect(receiver.heard).toHaveLength(1);
  });

  test("a relationship: that it began, led to a first meeting, and ended, with both numbers", async () => {
    const { receiver } = there();
    await add(receiver.address, EVENTS.slice(1));
    const { id, mentee, mentor } = await insertPartners();
    for (const [startsAt, movedAt] of [
      [onDay(2), onDay(3)],
      [onDay(5), onDay(6)],
    ] as const) {
      const what = {
        id: randomUUID(),
        relationshipId: id,
        organiserId: mentor.id,
        status: "held",
        answer: "accepted",
        startsAt,
      };
      const data = { ...what, endsAt: movedAt, method: 1, sendsDetails: false, createdAt: movedAt, movedAt };
      await db().meeting.create({ data, select: { id: true } });
    }
    await db().relationship.update({ where: { id }, data: { firstConversationAt: onDay(7) }, select: { id: true } });
    const ended = { endedAt: onDay(8), endedBecause: "completed", dueAt: null };
    await db().relationship.update({ where: { id }, data: ended, select: { id: true } });
    await deliverWebhooks(onDay(9));
    const told = receiver.heard.map(({ body }) => JSON.parse(body));
    expect(told.map(({ type, timestamp }) => [type, timestamp])).toEqual([
      ["relationship.begun", onDay(1).toISOString()],
      ["relationship.met", onDay(2).toISOString()],
      ["relationship.completed", onDay(8).toISOString()],
    ]);
    for (const { data } of told) expect(data).toEqual({ relationship: id, mentee: mentee.number, mentor: mentor.number });
  });

  test("nothing of a change that was not saved", async () => {
    const { receiver } = there();
    await add(receiver.address);
    const undone = db().$transaction(async (step) => {
      const { number, email, name } = { number: "900777", email: "a@example.org", name: "Ann" };
      await step.member.create({ data: { id: randomUUID(), number, email, name, createdAt: NOW }, select: { id: true } });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await deliverWebhooks(NOW)).toBeNull();
  });
});

describe("a system that does not take it", () => {
  test.each([
    [500, {}],
    [404, {}],
    [302, { location: "http://127.0.0.1:1/" }],
  ])("answers %i: it is tried again later under the same name, until it is taken", async (status, headers) => {
    const { receiver } = there();
    const { id } = await add(receiver.address);
    receiver.answer = answering(status, headers);
    await insertMember({ createdAt: NOW });
    expect(await deliverWebhooks(NOW)).toEqual({ webhooksDelivered: 0, webhooksFailed: 1 });
    expect(await deliverWebhooks(minutes(4))).toBeNull();
    expect((await findEndpoint(admin, id))?.deliveries.at(-1)).toMatchObject({
      state: "waiting",
      attempts: 1,
      lastAnswer: String(status),
    });
    receiver.answer = answering(200);
    expect(await deliverWebhooks(minutes(5))).toMatchObject({ webhooksFailed: 0 });
    const [first] = receiver.ids;
    expect(receiver.ids.filter((one) => one === first)).toHaveLength(2);
  });

  test("is given up after three days, and can be told again by hand", async () => {
    const { receiver } = there();
    const { id } = await add(receiver.address, ["member.registered"]);
    receiver.answer = answering(503);
    await insertMember({ createdAt: NOW });
    for (let hour = 0; hour < 80; hour++) await deliverWebhooks(minutes(60 * hour));
    const [given] = (await findEndpoint(admin, id))?.deliveries ?? [];
    expect(given).toMatchObject({ state: "given-up", lastAnswer: "503" });
    const tried = receiver.heard.length;
    expect(tried).toBeLessThan(15);
    receiver.answer = answering(200);
    await replay(admin, id, { deliveryId: given?.id ?? "" }, minutes(6000));
    await deliverWebhooks(minutes(6000));
    await replay(admin, id, { since: minutes(1) }, minutes(6000));
    expect(await deliverWebhooks(minutes(6000))).toBeNull();
    await replay(admin, id, { since: NOW }, minutes(6000));
    await deliverWebhooks(minutes(6000));
    expect(receiver.heard).toHaveLength(tried + 2);
    expect(new Set(receiver.ids).size).toBe(1);
  });

  test("hangs: the others are told meanwhile, and it is left alone until the next sweep", async () => {
    const { receiver, other } = there();
    await add(receiver.address, ["member.registered"]);
    await add(other.address, ["member.registered"]);
    receiver.answer = () => undefined;
    for (let i = 0; i < 3; i++) await insertMember({ createdAt: NOW });
    const began = Date.now();
    expect(await deliverWebhooks(NOW)).toEqual({ webhooksDelivered: 3, webhooksFailed: 1 });
    expect(Date.now() - began).toBeLessThan(15_000);
    expect([receiver.heard.length, other.heard.length]).toEqual([1, 3]);
    const row = await db().webhookDelivery.findFirstOrThrow({ where: { state: "waiting", attempts: 1 } });
    expect(row.lastAnswer).toBe("timeout");
  });

  test("answers 410: it is turned off and told nothing more, until an administrator turns it on", async () => {
    const { receiver } = there();
    const { id } = await add(receiver.address);
    receiver.answer = answering(410);
    await insertMember({ createdAt: NOW });
    await deliverWebhooks(NOW);
    await insertMember({ createdAt: NOW });
    expect(await deliverWebhooks(minutes(500))).toBeNull();
    const found = await findEndpoint(admin, id);
    expect(found).toMatchObject({ offBecause: "gone", offAt: NOW });
    expect(found?.deliveries.every(({ state }) => state === "given-up")).toBe(true);
    expect(await db().auditEvent.count({ where: { fact: "webhook-gone", subjectId: id } })).toBe(1);
    await switchEndpoint(admin, id, true, minutes(500));
    receiver.answer = answering(200);
    await insertMember({ createdAt: NOW });
    expect(await deliverWebhooks(minutes(505))).toEqual({ webhooksDelivered: 1, webhooksFailed: 0 });
  });

  test("sweeps at the same time send nothing twice", async () => {
    const { receiver } = there();
    await add(receiver.address, ["member.registered"]);
    for (let i = 0; i < 20; i++) await insertMember({ createdAt: NOW });
    await Promise.all(Array.from({ length: 8 }, () => deliverWebhooks(NOW)));
    await deliverWebhooks(NOW);
    expect([receiver.ids.length, new Set(receiver.ids).size]).toEqual([20, 20]);
  });
});

describe("where we send", () => {
  test("never to a private address: neither when it is added nor when its name leads there later", async () => {
    const { receiver } = there();
    const { id } = await add(receiver.address, ["member.registered"]);
    env().isDemonstration = false;
    const adding = (address: string) => addEndpoint(admin, { endpointId: randomUUID(), address, events: [...EVENTS] }, NOW);
    for (const address of ["https://127.0.0.1/", "https://10.0.0.1/", "https://[::1]/", "https://localhost/"])
      expect(await adding(address)).toEqual({ ok: false, reason: "private" });
    expect(await adding("http://127.0.0.1/")).toEqual({ ok: false, reason: "address" });
    await insertMember({ createdAt: NOW });
    // As if their names had led elsewhere when they were added.
    for (const address of [receiver.address, receiver.address.replace("127.0.0.1", "localhost")]) {
      await db().webhookEndpoint.update({ where: { id }, data: { address }, select: { id: true } });
      await db().webhookDelivery.updateMany({ data: { nextAttemptAt: NOW } });
      expect(await deliverWebhooks(NOW)).toEqual({ webhooksDelivered: 0, webhooksFailed: 1 });
      expect(await db().webhookDelivery.count({ where: { lastAnswer: "private" } })).toBeGreaterThan(0);
    }
    expect(receiver.heard).toEqual([]);
  });
});

describe("administrators", () => {
  test("alone connect systems; another secret signs from the next message on", async () => {
    const { receiver } = there();
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const { id, secret } = await add(receiver.address, ["member.registered"]);
    const input = { endpointId: randomUUID(), address: receiver.address, events: [...EVENTS] };
    const refused = { ok: false, reason: "admin-only" };
    expect(await addEndpoint(staff, input, NOW)).toEqual(refused);
    expect(await switchEndpoint(staff, id, false, NOW)).toEqual(refused);
    expect(await renewSecret(staff, id, NOW)).toEqual(refused);
    expect(await replay(staff, id, { since: NOW }, NOW)).toEqual(refused);
    expect([await listEndpoints(staff), await findEndpoint(staff, id)]).toEqual([[], null]);
    const renewed = await renewSecret(admin, id, NOW);
    if (!renewed.ok) throw new Error(renewed.reason);
    await insertMember({ createdAt: NOW });
    await deliverWebhooks(NOW);
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.heard;
    const signedWith = (key: string) =>
      signedHeaders(key, String(headers["webhook-id"]), new Date(Number(headers["webhook-timestamp"]) * 1000), body);
    expect(headers).toMatchObject(signedWith(renewed.value.secret));
    expect(headers).not.toMatchObject(signedWith(secret));
    const kept = await db().webhookEndpoint.findUniqueOrThrow({ where: { id }, select: { secret: true } });
    expect(kept.secret).not.toContain("whsec_");
  });

  test("change an address or its events, under the same secret; what waited for the old address goes to the new one", async () => {
    const { receiver, other } = there();
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const { id, secret } = await add(receiver.address, ["member.registered"]);
    receiver.answer = answering(503);
    for (let i = 0; i < 2; i++) await insertMember({ createdAt: NOW });
    await deliverWebhooks(NOW);
    const [first] = receiver.ids;
    const seen = async () => writeSeen((await findEndpoint(admin, id)) ?? { address: "", events: [] });
    const moved = { endpointId: id, seen: await seen(), address: other.address, events: ["relationship.begun" as const] };
    expect(await editEndpoint(staff, moved, minutes(10))).toEqual({ ok: false, reason: "admin-only" });
    expect(await editEndpoint(admin, { ...moved, address: "ftp://a.example" }, NOW)).toMatchObject({ reason: "address" });
    expect(await editEndpoint(admin, { ...moved, endpointId: randomUUID() }, NOW)).toMatchObject({ reason: "not-found" });
    const twice = await Promise.all([editEndpoint(admin, moved, minutes(10)), editEndpoint(admin, moved, minutes(10))]);
    expect(twice.map((one) => (one.ok ? "saved" : one.reason)).sort()).toEqual(["changed-meanwhile", "saved"]);
    expect(await seen()).toBe(`${other.address} relationship.begun`);
    // Nobody who registers now is told of; the two who did before are.
    await insertMember({ createdAt: minutes(10) });
    expect(await deliverWebhooks(minutes(10))).toEqual({ webhooksDelivered: 2, webhooksFailed: 0 });
    expect([other.heard.length, receiver.heard.length]).toEqual([2, 1]);
    expect(other.ids).toContain(first);
    const [{ headers, body } = { headers: {}, body: "" }] = other.heard;
    const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
    expect(headers).toMatchObject(signedHeaders(secret, String(headers["webhook-id"]), at, body));
    const lines = await db().auditEvent.findMany({ where: { fact: "webhook-changed", subjectId: id }, select: { data: true } });
    expect(lines).toEqual([{ data: { host: new URL(other.address).host, tells: "relationship.begun" } }]);
  });

  test("a change of events alone sends nothing sooner, and neither does any change what is being sent", async () => {
    const { receiver, other } = there();
    const { id } = await add(receiver.address, ["member.registered"]);
    receiver.answer = answering(503);
    await insertMember({ createdAt: NOW });
    await deliverWebhooks(NOW);
    const edit = async (address: string, events: readonly WebhookEvent[], at: Date) => {
      const seen = writeSeen((await findEndpoint(admin, id)) ?? { address: "", events: [] });
      expect(await editEndpoint(admin, { endpointId: id, seen, address, events: [...events] }, at)).toMatchObject({ ok: true });
      return (await db().webhookDelivery.findFirstOrThrow({ where: { endpointId: id } })).nextAttemptAt;
    };
    const [later, soon] = [minutes(400), minutes(20)];
    await db().webhookDelivery.updateMany({ data: { nextAttemptAt: later } });
    expect(await edit(receiver.address, EVENTS, soon)).toEqual(later);
    expect(await edit(other.address, EVENTS, minutes(4))).toEqual(later);
    expect(await edit(receiver.address, EVENTS, soon)).toEqual(soon);
  });

  test("see in System how much has not been sent that is due, and of a system that is turned off nothing", async () => {
    const { receiver } = there();
    const { id } = await add(receiver.address, ["member.registered"]);
    const overdue = async (now: Date) => {
      const [row] = await db().$queryRaw<{ overdue: number; since: Date | null }[]>(
        webhookDeliveries.overdue?.count(now) as never,
      );
      return row;
    };
    expect(await overdue(NOW)).toEqual({ overdue: 0, since: null });
    for (let i = 0; i < 2; i++) await insertMember({ createdAt: NOW });
    expect(await overdue(minutes(60))).toEqual({ overdue: 2, since: NOW });
    await switchEndpoint(admin, id, false, NOW);
    expect(await overdue(minutes(60))).toEqual({ overdue: 0, since: null });
    await switchEndpoint(admin, id, true, NOW);
    await deliverWebhooks(minutes(60));
    expect(await overdue(minutes(60))).toEqual({ overdue: 0, since: null });
  });

  test("old events are forgotten", async () => {
    const { receiver } = there();
    await add(receiver.address, ["member.registered"]);
    await insertMember({ createdAt: NOW });
    expect(await forgetDeliveries(NOW)).toBe(0);
    expect(await forgetDeliveries(minutes(1))).toBe(1);
  });
});
