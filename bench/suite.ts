import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs the suite against the embedded emulator by the command line; gives the seconds from start to exit. */
export function runOnce(out: string): Promise<number> {
  const started = performance.now();
  const main = fileURLToPath(new URL('../cli/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'run', '--out', out], {
    stdio: 'ignore',
    env: { ...process.env, IMS_CONFORMANCE_PLAIN: '1' },
  });
  return new Promise((done, fail) => {
    child.on('exit', (code) =>
      code === 0 ? done((performance.now() - started) / 1000) : fail(new Error(`The suite exited with ${code}.`)),
    );
  });
}
