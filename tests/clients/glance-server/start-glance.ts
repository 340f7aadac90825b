import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../../fixtures/config/package-root.js';

/** An OpenStack Glance that serves. */
export interface RunningGlance {
  endpoint: string;
  close(): void;
}

const INSTALL = 'apt-get install --no-install-recommends python3-glance glance-common';
/** Debian's own, which has Glance's modules. */
const PYTHON = '/usr/bin/python3';
const SECONDS_MAX = 60;
/** Without it, SQLite refuses a write that meets a read, and Glance answers 500. */
const LETS_READ = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('pragma journal_mode = wal')";

/**
 * Starts the OpenStack Glance of this Debian, with SQLite and a folder of files. Tokens are `user:project:roles`.
 * @param folder where it keeps everything; made when missing.
 * @throws {Error} when Glance is not installed, or does not serve within a minute; the message has what it said.
 */
export async function startGlance(folder: string): Promise<RunningGlance> {
  const own = join(packageRoot(), 'tests/clients/glance-server');
  const port = await freePort();
  const settings = join(folder, 'glance-api.conf');
  for (const part of ['images', 'staging', 'tasks', 'locks']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'policy.yaml'), '{}\n');
  writeFileSync(settings, settingsOf(folder, port, join(own, 'glance-api-paste.ini')));
  const env = { ...process.env, PYTHONPATH: own, PYTHONDONTWRITEBYTECODE: '1' };
  const program = (module: string) => [
    '-c',
    `import sys; from ${module} import main; sys.exit(main())`,
    '--config-file',
    settings,
  ];
  try {
    execFileSync(PYTHON, [...program('glance.cmd.manage'), 'db', 'sync'], { env, stdio: 'pipe' });
    execFileSync(PYTHON, ['-c', LETS_READ, join(folder, 'glance.sqlite')], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`Glance cannot be prepared: ${String(error)}. Install it: ${INSTALL}`);
  }
  const child = spawn(PYTHON, program('glance.cmd.api'), { env, stdio: 'ignore' });
  const close = () => void child.kill('SIGKILL');
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < SECONDS_MAX * 5 && child.exitCode === null; tries += 1) {
    const answer = await fetch(endpoint).catch(() => undefined);
    if (answer?.status === 300) return { endpoint, close };
    await sleep(200);
  }
  close();
  throw new Error(
    `Glance does not serve. Its log ends: ${readFileSync(join(folder, 'glance.log'), 'utf8').slice(-800)}`,
  );
}

function settingsOf(folder: string, port: number, paste: string): string {
  return `[DEFAULT]
bind_host = 127.0.0.1
bind_port = ${port}
workers = 0
log_file = ${folder}/glance.log
enabled_backends = files:file
metadata_encryption_key =
[database]
connection = sqlite:///${folder}/glance.sqlite
[paste_deploy]
config_file = ${paste}
[glance_store]
default_backend = files
[files]
filesystem_store_datadir = ${folder}/images
[os_glance_staging_store]
filesystem_store_datadir = ${folder}/staging
[os_glance_tasks_store]
filesystem_store_datadir = ${folder}/tasks
[oslo_policy]
policy_file = ${folder}/policy.yaml
enforce_new_defaults = false
enforce_scope = false
[oslo_concurrency]
lock_path = ${folder}/locks
[oslo_messaging_notifications]
driver = noop
`;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
