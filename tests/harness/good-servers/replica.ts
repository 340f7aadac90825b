import { type Change, type RunningEmulator, startEmulator } from '../../../fixtures/emulator/index.js';
import type { Difference } from './passing.js';

/** An IMS that hears of every change late: it answers a read as the first one would have some time ago. */
export interface Replica {
  /** Lets reads at that address of the first one be answered by this one. */
  instead(endpoint: string): Pick<Difference, 'replica'>;
  close(): Promise<void>;
}

/** Starts a replica of an emulator in which nothing is under way. @param milliseconds that it is behind. */
export async function startReplica(first: RunningEmulator, milliseconds: number): Promise<Replica> {
  const { world } = first;
  world.ids.keep();
  const late = await startEmulator({ profile: world.profile, jobSeconds: world.jobs.jobSeconds });
  const changes: Change[] = [];
  first.onChange((change) => void changes.push(change));
  const snapshot = await (await fetch(`${first.endpoint}/_emulator/snapshot`)).arrayBuffer();
  const put = await fetch(`${late.endpoint}/_emulator/snapshot`, { method: 'PUT', body: snapshot });
  if (!put.ok) throw new Error(`There is no replica: ${await put.text()}`);
  late.world.clock.advance(-milliseconds / 1000);
  let turn = Promise.resolve();
  const catchUp = async (): Promise<void> => {
    for (let change = changes[0]; change && change.command.at <= late.world.clock.now(); change = changes[0]) {
      changes.shift();
      const { method, url } = change.command;
      if (!(await late.repeat(change))) throw new Error(`The replica answers ${method} ${url} otherwise.`);
    }
  };
  const ready = (): Promise<void> => {
    turn = turn.then(catchUp);
    return turn;
  };
  const addressOf = (endpoint: string): string => late.world.endpoints[world.endpoints.indexOf(endpoint)] ?? '';
  return {
    instead: (endpoint) => ({ replica: { endpoint: addressOf(endpoint), ready } }),
    close: () => late.close(),
  };
}
