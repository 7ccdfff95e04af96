/** What the society's sign-in says of a membership beside what signing in needs: its questions on profiles can be answered from it. */
export function furtherOf(number: string): { membership_branch: string; membership_since: string } {
  const place = Number(number) % 100;
  return {
    membership_branch: BRANCHES[place % BRANCHES.length] ?? "",
    membership_since: `${2000 + (place % 20)}-04-01`,
  };
}

const BRANCHES = ["Bristol and the West", "Leeds and the North", "London and the South East", "Wales"];
