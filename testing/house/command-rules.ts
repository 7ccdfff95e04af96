import { dirname, join } from "node:path/posix";

/** A development tool called by its name; it needs installed packages. */
const TOOLS = /^(vitest|biome) /;

/**
 * Commands in package.json that would fail on a fresh clone, because they or their imports load a package before installing
 * any. `read` returns the text of a file.
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
