import { spawn } from 'node:child_process';

/** Ends by itself when its parent has gone, even before it begins, so that a killed bench leaves no load behind. */
const loop = 'while (process.ppid === Number(process.argv[1])) for (let n = 0; n < 1e7; n += 1);';

/** Starts processes that do nothing but compute; the answer ends them. They end with this process in any case. */
export function startBusyProcesses(count: number): () => void {
  const running = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', loop, String(process.pid)], { stdio: 'ignore' }),
  );
  const end = (): void => {
    for (const each of running) each.kill('SIGKILL');
    process.off('exit', end);
  };
  process.on('exit', end);
  return end;
}
