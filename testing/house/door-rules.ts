import { basename } from "node:path";
import type { SourceFile } from "./source-file";

const DOORS = "formAction|staffAction|adminAction|openAction";

/** One sentence for each server action that does not go through formAction, staffAction, adminAction or openAction. */
export function findUnguardedActions(files: readonly SourceFile[]): string[] {
  return files.filter((file) => file.path.startsWith("app/")).flatMap(checkActions);
}

function checkActions({ path, text }: SourceFile): string[] {
  const isActions = basename(path) === "actions.ts";
  if (!/["']use server["']/.test(text)) return isActions ? [`${path} should begin with "use server"`] : [];
  if (!isActions) return [`${path} has server actions: they belong in an actions.ts`];
  const made = new Set([...text.matchAll(new RegExp(`const (\\w+) = (?:${DOORS})\\(`, "g"))].map((match) => match[1]));
  const exported = [...text.matchAll(/^export\s+(?:const|async function|function|default)\s*(\w*)/gm)].map(
    (match) => match[1] ?? "",
  );
  const reexports = /^export\s*[{*]/m.test(text) ? [`${path} re-exports`] : [];
  const unguarded = exported
    .filter((name) => !made.has(name) && !handsOver(text, name, made))
    .map((name) => `${path}: ${name} does not go through formAction, staffAction, adminAction or openAction`);
  return [...reexports, ...unguarded];
}

/** Whether the function does nothing but hand the form to an action made by one of the doors. */
function handsOver(text: string, name: string, made: ReadonlySet<string | undefined>): boolean {
  const body = new RegExp(`^export async function ${name}\\([^)]*\\)[^{]*\\{\\n([^}]*)\\n\\}`, "m").exec(text)?.[1] ?? "";
  const called = /^\s*(?:await|return|return await)\s+(\w+)\([^;]*\);$/.exec(body)?.[1];
  return called !== undefined && made.has(called);
}

/** One sentence for each route that lets somebody change something (POST and its like) beside the doors for machines. */
export function findUnguardedRoutes(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^app\/.*route\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      const made = [
        ...text.matchAll(
          /^export\s+const\s+(POST|PUT|PATCH|DELETE) = (?:cronRoute|mailLinkRoute|machineRoute|mailEventRoute|uploadRoute|pieceRoute)\b/gm,
        ),
      ];
      const named = new Set([...text.matchAll(/^export\b[^;]*?\b(POST|PUT|PATCH|DELETE)\b/gm)].map((match) => match[1]));
      for (const [, method] of made) named.delete(method);
      return [...named].map(
        (method) =>
          `${path}: ${method} does not go through cronRoute, mailLinkRoute, machineRoute, mailEventRoute, uploadRoute or pieceRoute`,
      );
    });
}

/** One sentence for each route of /api/v1 that is not one GET through apiRoute, and for each use of that door elsewhere. */
export function findUnguardedApi(files: readonly SourceFile[]): string[] {
  const routes = files.filter(({ path }) => /^app\/.*route\.tsx?$/.test(path));
  return routes.flatMap(({ path, text }) => {
    const exported = [...text.matchAll(/^export\b.*$/gm)].map(([line]) => line);
    const isThrough = exported.length === 1 && /^export const GET = apiRoute\(/.test(exported[0] ?? "");
    if (path.startsWith("app/api/v1/")) return isThrough ? [] : [`${path} should be one GET through apiRoute`];
    return /\bapiRoute\b/.test(text) ? [`${path} uses apiRoute outside /api/v1`] : [];
  });
}

/** One sentence for each scheduled route that does not go through cronRoute. */
export function findUnguardedCrons(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => /^app\/api\/cron\/.*route\.ts$/.test(file.path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export\s+(?:const|async function|function)\s+([A-Z]+)\b(.*)$/gm)]
        .filter((match) => !/^ = cronRoute\(/.test(match[2] ?? ""))
        .map((match) => `${path}: ${match[1]} does not go through cronRoute`),
    );
}
