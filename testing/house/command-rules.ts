import { dirname, join } from "node:path/posix";

/** A development tool called by its name; it needs installed packages. */
const TOOLS = /^(vitest|biome) /;

/**
 * The commands of package.json that would import a package before they have installed any, by themselves or by what they
 * import, so
 * that they fail on a fresh clone. `read` returns the text of a file.
 */
export function findHastyCommands(scripts: Readonly<Record<string, string>>, read: (path: string) => string): string[] {
  return Object.entries(scripts)
    .filter(([, command]) => !TOOLS.test(command))
    .filter(([, command]) => needsPackages(/^node ([\w./-]+\.mjs)( |$)/.exec(command)?.[1], read))
    .map(([name]) => name);
}

/** A line that does not begin at its first column is not run when the file is imported. */
function needsPackages(path: string | undefined, read: (path: string) => string): boolean {
  if (path === undefined) return true;
  const [untilInstalled = ""] = read(path).split("await ensureInstalled(");
  const imports = [...untilInstalled.matchAll(/^(?:import "|(?:import|const|await|}).*?(?:\bfrom "|\bimport\("))([^"]+)"/gm)];
  return imports.some(([, from = ""]) => {
    if (from.startsWith("node:")) return false;
    return !from.startsWith(".") || needsPackages(join(dirname(path), from), read);
  });
}
