// The gate: two steps at a time, since most of them keep one processor busy. Prints what a step said once it has ended.
import { spawn } from 'node:child_process';

/** Without it, what the fuller reports take would look unused. */
delete process.env.IMS_CONFORMANCE_PLAIN;

/** What is generated builds the package, which the rules of the house load: one lane, in this order. */
const lanes = [
  ['generated', 'house', 'format'],
  ['types', 'arrows', 'dead'],
];

const endedWell = await Promise.all(lanes.map(walk));
process.exitCode = endedWell.every(Boolean) ? 0 : 1;

async function walk(steps) {
  let well = true;
  for (const step of steps) well = (await check(step)) && well;
  return well;
}

function check(step) {
  const child = spawn('npm', ['run', '--silent', `check:${step}`], { shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((done) => {
    child.on('error', (error) => (said += `${error.message}\n`));
    child.on('close', (code) => {
      process.stdout.write(said);
      if (code !== 0) process.stdout.write(`npm run check:${step} failed.\n`);
      done(code === 0);
    });
  });
}
