import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** An emulator in a process of its own, as it is installed. */
export interface Served {
  endpoint: string;
  child: ChildProcess;
  /** SIGKILL, and the wait for its end. */
  kill(): Promise<void>;
  /** Ctrl-C, and the wait for its end; gives the exit code. */
  stop(): Promise<number>;
}

/** Starts `mock --data FOLDER` on a free port. @throws {Error} with what it said when it ends at once. */
export async function serve(folder: string, ...more: string[]): Promise<Served> {
  const args = [resolve('dist/cli/main.js'), 'mock', '--data', folder, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  const endpoint = await new Promise<string>((done, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        said += text;
        const [, address] = /at (http:\S+)\. Press/.exec(said) ?? [];
        if (address) done(address);
      });
    }
    child.once('exit', () => fail(new Error(`The emulator ended: ${said}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number> => {
    child.kill(signal);
    return (await ended)[0] as number;
  };
  return { endpoint, child, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGINT') };
}
