/** How far one member has come, until they have asked a mentor. */
export interface Beginner {
  memberId: string;
  registeredAt: Date;
  /** When they first saved a profile as a mentee. */
  profiledAt: Date | null;
  /** Reminders whose day came before this instant are left out. */
  countsFrom: Date;
  /** The last reminder of each kind: the day that it was for. */
  profileDay: number | null;
  proposalDay: number | null;
  dueAt: Date | null;
  version: number;
  isActive: boolean;
  hasRole: boolean;
  /** Of either role. */
  hasProfile: boolean;
  isMentee: boolean;
  /** Whether they have ever sent a proposal, or asked a mentor a question. */
  hasAsked: boolean;
}

export type Reminder = { kind: "profile-missing" | "first-proposal"; day: number; at: Date };
