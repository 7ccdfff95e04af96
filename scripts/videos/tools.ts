import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What drawing the films needs and the product does not: one sentence for each thing that is missing on this machine. */
export function findMissingTools(): string[] {
  const missing = [
    ["ffmpeg", "-version"],
    ["espeak-ng", "--version"],
  ].flatMap(([command = "", version = ""]) =>
    spawnSync(command, [version], { stdio: "ignore" }).error
      ? [`${command} is not installed: apt-get install -y ${command}`]
      : [],
  );
  if (findBrowser()) return missing;
  return [...missing, "Chromium is not there: apt-get install -y chromium, or name it in CHROMIUM_PATH"];
}

/** The browser that draws the pictures. */
export function findBrowser(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  const usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
  return (CHROMIUM_PATH ? [CHROMIUM_PATH] : usual).find((path) => existsSync(path));
}
