import { readdirSync, readFileSync } from "node:fs";

/** The ways in, read from the folders and from the build: a new one is in these lists without anybody thinking of it. */

export interface Door {
  /** With [names] for the parts that differ. */
  path: string;
  /** Whether it is for admins alone among staff. */
  isForAdmins: boolean;
}

/** Pages, or routes, below a folder of app. */
export function listDoors(folder: string, file: "page.tsx" | "route.ts" | "route.tsx"): Door[] {
  return readdirSync(`app/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name === file || name.endsWith(`/${file}`))
    .map((name) => ({
      path: `/${folder}/${name.slice(0, -file.length)}`
        .replace(/\/\([^)]*\)/g, "")
        .replace(/\/{2,}/g, "/")
        .replace(/\/$/, ""),
      isForAdmins: readFileSync(`app/${folder}/${name}`, "utf8").includes('requireStaff("admin")'),
    }));
}

export interface ActionDoor {
  id: string;
  /** "app/admin/members/[id]/actions.ts: suspend" */
  name: string;
  /** A page that has it, with [names]. */
  path: string;
  kind: "formAction" | "staffAction" | "adminAction" | "openAction";
}

interface Manifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
}

/** Every server action of the build, with the door that its source says it goes through. */
export function listActions(): ActionDoor[] {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as Manifest;
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const page = Object.keys(workers)[0] ?? "";
    const path = page.replace(/^app/, "").replace(/\/\([^)]*\)/g, "");
    return {
      id,
      name: `${filename}: ${exportedName}`,
      path: path.replace(/\/page$/, "") || "/",
      kind: doorOf(filename, exportedName),
    };
  });
}

/** The door of an action, or of the one that it hands its form over to. */
function doorOf(filename: string, name: string): ActionDoor["kind"] {
  const source = readFileSync(filename, "utf8");
  const made = new RegExp(`const ${name} = (\\w+Action)\\(`).exec(source)?.[1];
  if (made) return made as ActionDoor["kind"];
  const body = new RegExp(`function ${name}\\([^)]*\\)[^{]*\\{\\n([^}]*)\\n\\}`).exec(source)?.[1] ?? "";
  const handedTo = /(\w+)\([^;]*\);$/.exec(body)?.[1];
  if (!handedTo || handedTo === name) throw new Error(`${filename}: ${name} goes through no door.`);
  return doorOf(filename, handedTo);
}

/** The empty form that a page's script would send to an action. */
export function emptyForm(action: Pick<ActionDoor, "id">): FormData {
  const form = "$K1";
  const given = isPlain(action) ? [form] : [{ values: {}, errors: {}, message: null }, form];
  const body = new FormData();
  body.append("1_nothing", "");
  body.append("0", JSON.stringify(given));
  return body;
}

/** An action of a form alone, which knows no state and says nothing: its name begins with what it takes. */
export function isPlain({ id }: Pick<ActionDoor, "id">): boolean {
  return id.startsWith("40");
}
