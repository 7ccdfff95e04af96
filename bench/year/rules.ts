/** The rules against silence that a simulated year is played with. */
export interface Rules {
  /** Cards show how a mentor replies and how many wait; those who let proposals expire sink. */
  figures: boolean;
  /** A full mentor's other proposals close at once, and whoever wants keeps a place in the queue. */
  queue: boolean;
  /** A second and third choice, asked when the first comes to nothing. */
  nextChoices: boolean;
  /** After an expired proposal a mentor is asked; after two in a row they are no longer on offer. */
  stillAvailable: boolean;
  /** A no, or silence, comes with three others and one press. */
  alternatives: boolean;
  /** On day 4, 10 and 21 both are asked whether they have met. */
  haveYouMet: boolean;
  /** Those who have not begun hear of it. */
  nudges: boolean;
}

export const RULE_NAMES: { [Rule in keyof Rules]: string } = {
  figures: "true figures",
  queue: "full means closed, and the queue",
  nextChoices: "second and third choice",
  stillAvailable: "are you still available?",
  alternatives: "a no that helps",
  haveYouMet: "have you met?",
  nudges: "those who never began",
};

const NAMES = Object.keys(RULE_NAMES) as (keyof Rules)[];

const allAs = (value: boolean) => Object.fromEntries(NAMES.map((name) => [name, value])) as unknown as Rules;
export const NO_RULES: Rules = allAs(false);
export const ALL_RULES: Rules = allAs(true);

/** Every rule by itself: in force alone, and the only one that is not. */
export const EACH_RULE = NAMES.map((name) => ({
  name: RULE_NAMES[name],
  alone: { ...NO_RULES, [name]: true },
  without: { ...ALL_RULES, [name]: false },
}));
