import { order, placesToOffer } from "@/lib/pairing/queue/decide";
import type { QueuePlace } from "@/lib/pairing/queue/queue";
import type { Mentor } from "./mentor";

interface Waiting extends QueuePlace {
  askedPlace: number | null;
}

/** Who keeps a place with which mentor. The order and the number of those to ask for are the product's. */
export class Queues {
  private readonly byMentor = new Map<string, Waiting[]>();

  keep(mentorId: string, place: QueuePlace): void {
    this.byMentor.set(mentorId, [...this.of(mentorId), { ...place, askedPlace: null }]);
  }

  leave(mentorId: string, proposalId: string): void {
    if (!this.byMentor.has(mentorId)) return;
    const others = this.of(mentorId).filter((waiting) => waiting.proposalId !== proposalId);
    this.byMentor.set(mentorId, others);
  }

  /** Offers each free place of the mentor to the first in the queue for whom `ask` succeeds. */
  offer(mentor: Mentor, ask: (waiting: QueuePlace, place: number) => boolean): void {
    const queue = [...this.of(mentor.is.id)].sort(order);
    const asked = queue.flatMap(({ askedPlace }) => (askedPlace === null ? [] : [askedPlace]));
    const places = placesToOffer(mentor.is.capacity - mentor.places.size, asked);
    for (const waiting of queue) {
      const place = places[0];
      if (place === undefined) return;
      if (waiting.askedPlace === null && ask(waiting, place)) waiting.askedPlace = places.shift() ?? null;
    }
  }

  private of(mentorId: string): Waiting[] {
    return this.byMentor.get(mentorId) ?? [];
  }
}
