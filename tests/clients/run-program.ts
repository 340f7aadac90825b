import { execFile } from 'node:child_process';

/** What a client program printed; it ended with 0. */
export interface Printed {
  stdout: string;
  stderr: string;
}

const SECONDS_MAX = 60;

/**
 * Runs a client program as a user does.
 * @param install what to do where the program is missing, e.g. `apt-get install python3-glanceclient`.
 * @throws {Error} when it is missing, takes a minute, or fails; the message has what it said.
 */
export function runProgram(program: string, args: string[], env: NodeJS.ProcessEnv, install: string): Promise<Printed> {
  return new Promise((done, fail) => {
    const options = { env: { ...process.env, ...env }, timeout: SECONDS_MAX * 1000 };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) done({ stdout, stderr });
      else if (error.code === 'ENOENT') fail(new Error(`${program} is not on this machine. Install it: ${install}`));
      else fail(new Error(`${program} ${args.join(' ')} failed: ${stderr || stdout || error.message}`));
    });
  });
}
