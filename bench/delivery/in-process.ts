import { fork } from "node:child_process";
import { once } from "node:events";
import type { Mood, ProviderReport } from "./provider";

export interface Provider {
  url: string;
  report(): Promise<ProviderReport>;
  stop(): void;
}

/** The stand-in as a process of its own, so that its work is not counted as ours. */
export async function startProvider(mood: Mood): Promise<Provider> {
  const child = fork("bench/delivery/provider.ts", [mood], { execArgv: ["--import", "tsx"] });
  const [port] = await once(child, "message");
  return {
    url: `http://127.0.0.1:${port}`,
    async report() {
      child.send("report");
      const [said] = await once(child, "message");
      return said as ProviderReport;
    },
    stop: () => child.disconnect(),
  };
}
