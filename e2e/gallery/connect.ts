import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";

/** Another system that is told of two things. It is turned off, so that nothing is sent. */
export async function connectSystem(createdById: string, at: Date): Promise<{ webhook: string }> {
  const off = { createdAt: at, createdById, offAt: at, offBecause: "staff", secret: "sealed" };
  const told = { address: "https://members.example.org/connect", events: ["member.registered", "relationship.ended"] };
  const { id } = await db().webhookEndpoint.create({ data: { id: randomUUID(), ...told, ...off }, select: { id: true } });
  return { webhook: id };
}
