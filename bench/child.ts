import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../fixtures/config/package-root.js';

/** A process beside this one, and what it has printed up to a line that matches. */
export interface Child {
  match: RegExpExecArray;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a compiled module of this package and waits for a line of its output. */
export function start(module: string, args: string[], pattern: RegExp): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [join(packageRoot(), 'dist', module), ...args]);
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  return new Promise((done, fail) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const match = pattern.exec(output);
      if (match) done({ match, pid: child.pid as number, stop });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', () => fail(new Error(`Failed to start ${module}: ${output}`)));
  });
}
