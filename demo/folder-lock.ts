import { readFile, rename, rm, writeFile } from "node:fs/promises";

export type FolderLock = { isOurs: true; release(): Promise<void> } | { isOurs: false; holder: number };

/** Takes the lock file at `path` for this process. One left behind by a process that is gone is put aside. */
export async function lockFolder(path: string): Promise<FolderLock> {
  for (;;) {
    if (await create(path)) return { isOurs: true, release: () => rm(path, { force: true }) };
    const holder = await readHolder(path);
    if (holder !== null && (await isDatabase(holder))) return { isOurs: false, holder };
    // Moved away before it is deleted, so that of two who see the same old lock one wins.
    const aside = `${path}.${process.pid}`;
    await rename(path, aside).catch(ignoreMissing);
    const moved = await readHolder(aside);
    if (moved !== null && moved !== holder) {
      await rename(aside, path);
      return { isOurs: false, holder: moved };
    }
    await rm(aside, { force: true });
  }
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<number | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Whether that process lives and is one of us: after a restart of the machine its number may belong to another. */
async function isDatabase(pid: number): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  // Where the system does not tell, a living process is taken for the holder.
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "demo/database");
  return commandLine.includes("demo/database");
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
