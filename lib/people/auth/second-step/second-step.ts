/** What a member has for the second step of signing in, and when they used it last. */
export interface SecondStep {
  passkeys: PasskeyFacts[];
  /** Their authenticator app, once its first code was right. */
  app: { confirmedAt: Date; lastUsedAt: Date | null } | null;
  recoveryCodesLeft: number;
}

export interface PasskeyFacts {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Why a second step was not taken. */
export type StepRefusal = "too-often" | "wrong";

/** More than anybody has devices. */
export const MOST_PASSKEYS = 10;

export const RECOVERY_CODES = 10;

/** Whether they are asked for a second step when they sign in. Recovery codes alone are none: they are the way back. */
export function hasSecondStep({ passkeys, app }: Pick<SecondStep, "passkeys" | "app">): boolean {
  return passkeys.length > 0 || app !== null;
}
