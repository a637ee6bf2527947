/** CPU time of this process, over all of its threads. */

export interface CpuTimer {
  restart(): void;
  /** Since the last restart, user and system. */
  seconds(): number;
}

export function cpuTimer(): CpuTimer {
  let before = process.cpuUsage();
  return {
    restart() {
      before = process.cpuUsage();
    },
    seconds() {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    },
  };
}
