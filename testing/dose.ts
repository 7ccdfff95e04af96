/** How often a test asks chance: a little in every run, and in full with `npm run test:chance`. */
export function dose(inEveryRun: number, inFull: number): number {
  return process.env.CHANCE === "full" ? inFull : inEveryRun;
}
