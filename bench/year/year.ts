import { Random } from "@/demo/people/random";
import { dueCommand } from "@/lib/pairing/proposals/deadlines";
import { decide } from "@/lib/pairing/proposals/decide";
import type { Circumstances, Command, Opening, Proposal } from "@/lib/pairing/proposals/proposal";
import { habit } from "./behaviour";
import { Calendar } from "./calendar";
import { Directory } from "./choose";
import { circumstancesOf } from "./circumstances";
import { Mentor } from "./mentor";
import { Pairs } from "./pairs";
import type { SimulatedMentee, SimulatedMentor } from "./people";
import { Queues } from "./queues";
import { found, type Mentee, newMentee, type Pair, type Round } from "./records";
import type { Rules } from "./rules";

const WORDS = { objectives: "", topics: [], methods: [], meeting: "", contribution: "" };
const NAMED_BESIDES = 2;
const SYSTEM = { kind: "system" } as const;

/** A society in which every day people act and the clock does what is due. Whether something may happen, the product's rules decide. */
export class Year {
  readonly mentors: Map<string, Mentor>;
  readonly rounds: Round[] = [];
  readonly pairs: Pairs;
  private readonly calendar = new Calendar();
  readonly matched = new Set<string>();
  private readonly mentees: Map<string, Mentee>;
  private readonly random: Random;
  private readonly directory: Directory;
  private readonly proposals = new Map<string, Proposal>();
  private readonly current = new Map<string, Round>();
  private readonly choices = new Map<string, string[]>();
  private readonly queues = new Queues();

  constructor(
    mentors: readonly SimulatedMentor[],
    mentees: readonly SimulatedMentee[],
    private readonly rules: Rules,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.mentors = new Map(mentors.map((one) => [one.id, new Mentor(one, this.random)]));
    this.mentees = new Map(mentees.map(({ id, topics }) => [id, newMentee(id, topics)]));
    this.pairs = new Pairs(this.calendar, rules, this.random, (pair, looksFurther) => this.part(pair, looksFurther));
    this.directory = new Directory(this.mentors.values());
    for (const { id, joins } of mentees) this.calendar.on(joins, () => this.join(this.menteeOf(id)));
  }

  live(day: number): void {
    this.calendar.live(day);
  }

  private join(mentee: Mentee): void {
    const begins = () => {
      mentee.hasProfile = true;
      if (this.random.chance(habit("asksSomebody"))) this.calendar.after(this.random.between(0, 10), () => this.begin(mentee));
    };
    if (this.random.chance(habit("makesProfile"))) begins();
    if (!this.rules.nudges) return;
    this.calendar.after(3, () => !mentee.hasProfile && this.random.chance(habit("heedsNudge")) && begins());
    for (const after of [3, 10])
      this.calendar.after(after, () => mentee.hasProfile && this.random.chance(habit("heedsNudge")) && this.begin(mentee));
  }

  private begin(mentee: Mentee): void {
    if (mentee.hasAsked) return;
    this.ask(mentee);
    if (this.random.chance(habit("asksTwo"))) this.ask(mentee);
  }

  private ask(mentee: Mentee): void {
    mentee.hasAsked = true;
    const named = this.rules.nextChoices && this.random.chance(habit("namesOthers")) ? 1 + NAMED_BESIDES : 1;
    const [first, ...others] = this.directory.choose(
      mentee,
      mentee.asked,
      named,
      this.calendar.today,
      this.rules.figures,
      this.random,
    );
    if (first)
      this.send(
        mentee,
        first,
        others.map(({ is }) => is.id),
      );
  }

  private send(mentee: Mentee, mentor: Mentor, choices: string[]): boolean {
    const [menteeId, mentorId, id] = [mentee.id, mentor.is.id, `proposal ${this.rounds.length}`];
    const circumstances = this.circumstances(mentee, mentor);
    const command = {
      type: "send",
      actor: { kind: "mentee", memberId: menteeId },
      id,
      menteeId,
      mentorId,
      words: WORDS,
      circumstances,
    } as const;
    if (!this.do(null, command)) return false;
    this.choices.set(id, choices);
    return true;
  }

  /** Gives a command to the rule, and what follows from it to the people. False when it was refused. */
  private do(before: Proposal | null, command: Command): boolean {
    const decided = decide(before, command, this.calendar.now);
    if (!decided.ok) return false;
    const { proposal, opening } = decided;
    const [mentee, mentor] = [this.menteeOf(proposal.menteeId), this.mentorOf(proposal.mentorId)];
    this.proposals.set(proposal.id, proposal);
    if (proposal.status === "sent") this.keepOpen(proposal, mentee, mentor, before);
    else {
      mentor.open.delete(proposal.id);
      mentee.slots.delete(proposal.id);
      if (proposal.withdrawnBecause !== "mentor-full") this.queues.leave(mentor.is.id, proposal.id);
    }
    if (opening) this.pair(proposal, mentee, mentor, opening);
    return true;
  }

  private keepOpen(proposal: Proposal, mentee: Mentee, mentor: Mentor, before: Proposal | null): void {
    const { id, dueAt, round } = proposal;
    if (dueAt) this.calendar.on(this.calendar.dayOf(dueAt), () => this.sweep(id, round));
    if (before?.round === round) return;
    mentor.open.add(id);
    mentor.received += 1;
    mentee.asked.add(mentor.is.id);
    mentee.slots.set(id, proposal.slot);
    const begun: Round = { sentOn: this.calendar.today, repliedOn: null };
    this.rounds.push(begun);
    this.current.set(id, begun);
    const wait = mentor.repliesIn(this.calendar.today);
    if (wait !== null) this.calendar.after(wait, () => this.reply(id, round));
  }

  private sweep(id: string, round: number): void {
    const proposal = this.proposals.get(id);
    if (!proposal || proposal.round !== round) return;
    const due = dueCommand(proposal, this.calendar.now);
    if (!due) return;
    this.do(proposal, { type: due.type, actor: { kind: "sweep" } });
    const mentor = this.mentorOf(proposal.mentorId);
    if (due.type === "expire") this.expired(proposal, mentor);
    else if (mentor.heeds(this.calendar.today)) this.calendar.after(this.random.between(0, 2), () => this.reply(id, round));
  }

  private reply(id: string, round: number): void {
    const proposal = this.proposals.get(id);
    if (proposal?.status !== "sent" || proposal.round !== round) return;
    const [mentee, mentor] = [this.menteeOf(proposal.menteeId), this.mentorOf(proposal.mentorId)];
    const actor = { kind: "mentor", memberId: mentor.is.id } as const;
    if (mentor.isAway(this.calendar.today) || (mentor.isFull && !this.random.chance(habit("declinesWhenFull")))) return;
    const isYes = !mentor.isFull && this.random.chance(habit("saysYes"));
    const circumstances = this.circumstances(mentee, mentor, id);
    const command: Command = isYes
      ? { type: "accept", actor, seenText: proposal.textNumber, circumstances }
      : { type: "reject", actor, because: null, reason: null };
    if (!this.do(proposal, command)) return;
    const answered = this.current.get(id);
    if (answered) answered.repliedOn = this.calendar.today;
    mentor.noteReply();
    if (isYes) return;
    this.goOn(proposal, mentee, habit("triesAgainAfterNo"));
  }

  private expired(proposal: Proposal, mentor: Mentor): void {
    const mentee = this.menteeOf(proposal.menteeId);
    mentee.hasWaitedInVain = true;
    const isSecond = mentor.noteSilence();
    if (this.rules.stillAvailable) {
      const isSilent = mentor.mannerOn(this.calendar.today) === "silent";
      if (isSecond || (isSilent && this.random.chance(habit("saysUnavailable")))) mentor.isOffered = false;
      if (!mentor.isOffered && !isSilent && this.random.chance(habit("comesBack")))
        this.calendar.after(this.random.between(1, 14), () => {
          mentor.isOffered = true;
        });
    }
    this.goOn(proposal, mentee, habit("triesAgainAfterSilence"));
  }

  /** It has come to nothing: the next choice is asked, or the mentee thinks of somebody else, or gives up. */
  private goOn(proposal: Proposal, mentee: Mentee, likely: number): void {
    const choices = this.choices.get(proposal.id) ?? [];
    while (choices.length > 0) {
      const next = this.mentors.get(choices.shift() ?? "");
      if (next?.isAvailable(this.calendar.today) && !mentee.asked.has(next.is.id) && this.send(mentee, next, choices)) return;
    }
    const chance = likely + (this.rules.alternatives ? habit("triesAgainWithAlternatives") : 0);
    if (this.random.chance(chance)) this.calendar.after(this.random.between(1, 7), () => this.ask(mentee));
  }

  private pair({ id }: Proposal, mentee: Mentee, mentor: Mentor, opening: Opening): void {
    this.matched.add(mentee.id);
    mentor.places.set(id, opening.mentorPlace);
    mentee.places.set(id, opening.menteePlace);
    for (const other of [...mentee.slots.keys()]) this.close(other, "mentee-matched");
    if (this.rules.queue && mentor.isFull) for (const other of [...mentor.open]) this.close(other, "mentor-full");
    this.pairs.begin(id, mentee, mentor);
  }

  private part({ id, menteeId, mentorId }: Pair, looksFurther: boolean): void {
    const [mentee, mentor] = [this.menteeOf(menteeId), this.mentorOf(mentorId)];
    mentor.places.delete(id);
    mentee.places.delete(id);
    if (this.rules.queue) this.askNext(mentor);
    if (looksFurther) this.calendar.after(1, () => this.ask(mentee));
  }

  private close(id: string, because: "mentee-matched" | "mentor-full"): void {
    const proposal = this.proposals.get(id);
    if (!proposal || !this.do(proposal, { type: "close", actor: SYSTEM, because }) || because !== "mentor-full") return;
    const mentee = this.menteeOf(proposal.menteeId);
    if (this.random.chance(habit("keepsPlace"))) {
      this.queues.keep(proposal.mentorId, { proposalId: id, joinedAt: this.calendar.now, goesFirst: mentee.hasWaitedInVain });
    }
    this.goOn(proposal, mentee, habit("triesAgainAfterNo"));
  }

  private askNext(mentor: Mentor): void {
    this.queues.offer(mentor, ({ proposalId, joinedAt }, askedPlace) => {
      const proposal = this.proposalOf(proposalId);
      const circumstances = this.circumstances(this.menteeOf(proposal.menteeId), mentor, proposalId);
      return this.do(proposal, { type: "ask-again", actor: SYSTEM, joinedAt, askedPlace, circumstances });
    });
  }

  private circumstances(mentee: Mentee, mentor: Mentor, besides = ""): Circumstances {
    const mentorOf = (id: string) => this.proposals.get(id)?.mentorId;
    return circumstancesOf(mentee, mentor, { isAvailable: mentor.isAvailable(this.calendar.today), mentorOf, besides });
  }

  private proposalOf(id: string): Proposal {
    return found(this.proposals.get(id));
  }

  private menteeOf(id: string): Mentee {
    return found(this.mentees.get(id));
  }

  private mentorOf(id: string): Mentor {
    return found(this.mentors.get(id));
  }
}
