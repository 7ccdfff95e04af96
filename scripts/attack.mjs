/**
 * `npm run attack`: runs wapiti against the production build with a society of its own: signed out, as a member and as staff.
 * `-- --minutes=3` limits each of these. Reports go to test-results/attack. A finding that is not explained in docs/security.md
 * fails.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leaveWithNpm } from "./leave-with-npm.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
leaveWithNpm();
const { makeChildren } = await import("./children.mjs");
const { chooseEnvironment, findUrl } = await import("./journeys.mjs");
const { findFreePort } = await import("./ports.mjs");
const { readEnvironment, startProduct } = await import("./product.mjs");
const { ensureBuilt, ensureGenerated, ensureInstalled } = await import("./prerequisites.mjs");
const { run } = await import("./run.mjs");

const REPORTS = "test-results/attack";
/** People of the demonstration. */
const ATTACKERS = { nobody: null, member: "100001", staff: "100006" };
/** The start page of each run; wapiti finds the rest. */
const STARTS = {
  nobody: ["/", "/sign-in", "/faq", "/calendar/none", "/unsubscribe/none", "/sign-in?refused=lapsed&done=sent"],
  member: ["/mentors?text=a&page=1", "/profile", "/support", "/notifications", "/cpd", "/account", "/relationships"],
  staff: [
    "/admin/members?text=a",
    "/admin/audit?text=a",
    "/admin/reports/registrations?from=2026-01-01",
    "/admin/settings",
    "/admin/mail",
  ],
};
/** Not ssrf, xxe and log4shell, which ask a website of wapiti's, nor those that only guess names of other people's products. */
const MODULES =
  "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss";
/** By kind, what docs/security.md explains under “What scanners say”. */
const EXPLAINED = {
  "Cross Site Request Forgery": /Lack of anti CSRF token/,
  "Secure Flag cookie": /Secure flag is not set/,
  "HTTP Secure Headers": /X-Frame-Options|X-XSS-Protection|Strict-Transport-Security/,
};

const minutes = Number(/--minutes=(\d+)/.exec(process.argv.join(" "))?.[1] ?? 10);
const dataDir = mkdtempSync(join(tmpdir(), "connect-attack-"));
const children = makeChildren((death) => end(1, death.message));
let isEnding = false;
async function end(code, words) {
  if (isEnding) return;
  isEnding = true;
  if (words) console.error(words);
  await children.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => end(1));

try {
  if (spawnSync("wapiti", ["--version"]).error) {
    throw new Error("wapiti is not installed. On Debian and Ubuntu: apt install wapiti. Elsewhere: pipx install wapiti3.");
  }
  await ensureInstalled();
  await ensureGenerated();
  await ensureBuilt();
  const port = await findFreePort();
  const env = { ...(await chooseEnvironment(dataDir)), APP_URL: `http://localhost:${port}` };
  const serve = ["--import", "tsx", "testing/serve-postgres.ts"];
  env.DATABASE_URL = await children.start("The test database", serve, {}, findUrl);
  await startProduct(children, await readEnvironment(env), { env });
  // Needs packages, which were not there before.
  const { openFront } = await import("./attack-front.mjs");
  const front = await openFront(env, port);
  mkdirSync(REPORTS, { recursive: true });
  const unexplained = [];
  for (const [name, number] of Object.entries(ATTACKERS)) {
    await front.actAs(number);
    const report = join(REPORTS, `${name}.json`);
    await run(`Attacking as ${name}`, "wapiti", argumentsFor(env.APP_URL, STARTS[name], report), { isLoud: true });
    const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, "utf8"));
    for (const [kind, found] of Object.entries({ ...vulnerabilities, ...anomalies })) {
      const open = found.filter(({ info }) => !EXPLAINED[kind]?.test(info));
      if (found.length > 0) console.log(`${name}: ${kind}: ${found.length}, ${open.length} of them unexplained`);
      for (const { method, path, info } of open) console.log(`  ${method} ${path}: ${info}`);
      unexplained.push(...open);
    }
    console.log(`${name}: ${front.countOf(number)} requests, worst answer ${front.worstOf(number)}`);
  }
  await end(
    unexplained.length > 0 ? 1 : 0,
    unexplained.length > 0 && `${unexplained.length} findings wait for a word: ${REPORTS}`,
  );
} catch (error) {
  await end(1, error.said ? `${error.said}\n${error.message}` : (error.stack ?? error.message));
}

/** A third of the time for finding pages, the rest for the modules. */
function argumentsFor(url, starts, report) {
  const seconds = minutes * 60;
  const perModule = Math.ceil((seconds * 2) / 3 / MODULES.split(",").length);
  return [
    ...["-u", `${url}/`, ...starts.flatMap((path) => ["-s", url + path])],
    ...["-m", MODULES, "-d", "3", "--max-links-per-page", "30", "--max-files-per-dir", "20", "--max-parameters", "40"],
    ...["--max-scan-time", String(Math.ceil(seconds / 3)), "--max-attack-time", String(perModule), "-t", "10"],
    ...["--flush-session", "--store-session", join(dataDir, "wapiti"), "--store-config", join(dataDir, "wapiti")],
    ...["-f", "json", "-o", report, "--no-bugreport", "-v", "0"],
  ];
}
