/** The real servers that some tests talk to. What is missing is installed as Debian packages where that disturbs
 *  nobody; elsewhere those tests say that they were skipped, and this says why nothing was installed. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { findProgram } from "../tests/support/programs.ts";

/** Package, the programs that the tests start, and the services that it would leave running. */
const COUNTERPARTS = [
  { name: "mosquitto", programs: ["mosquitto", "mosquitto_passwd"], services: ["mosquitto.service"] },
  { name: "openssh-server", programs: ["sshd", "ssh-keygen"], services: ["ssh.service", "ssh.socket"] },
  { name: "vsftpd", programs: ["vsftpd"], services: ["vsftpd.service"] },
  { name: "apache2-bin", programs: ["apache2"], services: [] },
  { name: "openssl", programs: ["openssl"], services: [] },
] as const;

const POLICY = "/usr/sbin/policy-rc.d";
/** Longest wait for lists and packages, and for unpacking what was fetched, ms. */
const FETCH_MS = 55_000;
const UNPACK_MS = 35_000;

/** Installs what is missing; never throws. BEFFROI_TEST_INSTALL=no leaves the machine as it is. */
export function installCounterparts(): void {
  const missing = COUNTERPARTS.filter(({ programs }) => !programs.every((name) => findProgram(name)));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const why = whyNot();
  if (why) {
    console.log(`· not installed: ${names.join(", ")} (${why}); the tests that need them are skipped`);
    return;
  }
  const started = Date.now();
  const failure = withoutServices(() => install(names));
  const services = missing.flatMap((counterpart) => counterpart.services);
  // Not at the next start of the machine either.
  if (existsSync("/run/systemd/system"))
    for (const service of services)
      spawnSync("systemctl", ["disable", service], { stdio: "ignore", timeout: 10_000 });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (failure) console.log(`· not installed: ${names.join(", ")} (${failure}; ${seconds} s)`);
  else console.log(`✓ installed for the tests: ${names.join(", ")} (${seconds} s)`);
}

function whyNot(): string {
  if (/^(no|0|false)$/i.test(process.env.BEFFROI_TEST_INSTALL ?? "")) return "BEFFROI_TEST_INSTALL says no";
  if (!findProgram("apt-get")) return "no apt-get here";
  if (process.getuid?.() !== 0) return "only root may install";
  return "";
}

/** What is here already is neither upgraded nor removed.  @returns why it failed, empty when it did not */
function install(names: readonly string[]): string {
  const end = Date.now() + FETCH_MS;
  const wanted = ["install", "--yes", "--no-install-recommends", "--no-upgrade", "--no-remove"];
  // Fetched apart, since a fetch may be cut off at any time and unpacking may not.
  const fetch = [...wanted, "--download-only", ...names];
  if (!apt(fetch, end - Date.now())) {
    if (!apt(["update"], end - Date.now())) return "apt-get update failed";
    if (!apt(fetch, end - Date.now())) return "the packages cannot be fetched";
  }
  if (!apt([...wanted, "--no-download", ...names], UNPACK_MS)) return "apt-get install failed";
  return "";
}

function apt(args: readonly string[], timeout: number): boolean {
  if (timeout <= 0) return false;
  const settings = ["Acquire::Retries=1", "Acquire::http::Timeout=10", "DPkg::Lock::Timeout=5"];
  const options = [...settings, "Dpkg::Options::=--force-confold"].flatMap((setting) => ["-o", setting]);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", NEEDRESTART_SUSPEND: "1" };
  return spawnSync("apt-get", ["-qq", ...options, ...args], { stdio: "ignore", env, timeout }).status === 0;
}

/** Packages start their servers unless the policy forbids it. A policy of the machine's own is asked, not replaced. */
function withoutServices(work: () => string): string {
  if (existsSync(POLICY)) {
    const { status } = spawnSync(POLICY, ["vsftpd", "start"], { stdio: "ignore", timeout: 5000 });
    return status === 101 ? work() : `${POLICY} would let services start`;
  }
  // Forbids as long as this process lives: nothing stays behind when it is killed.
  const text = `#!/bin/sh\nkill -0 ${process.pid} 2>/dev/null && exit 101\nrm -f "$0"\nexit 0\n`;
  try {
    writeFileSync(POLICY, text, { mode: 0o755, flag: "wx" });
    return work();
  } catch (cause) {
    return String(cause);
  } finally {
    rmSync(POLICY, { force: true });
  }
}
