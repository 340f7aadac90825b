import { clearLine, cursorTo } from 'node:readline';
import { count } from '../text/count.js';
import { duration } from '../text/duration.js';

/** What the live line tells. */
export interface ProgressState {
  done: number;
  total: number;
  requests: number;
  failures: number;
}

/** The live line: requirements done, requests, failures and the time since the start, in seconds. */
export function progressLine({ done, total, requests, failures }: ProgressState, seconds: number): string {
  const failed = failures > 0 ? `✘ ${count(failures, 'failure')}` : 'no failure';
  return `${done} of ${count(total, 'requirement')} · ${count(requests, 'request')} · ${failed} · ${duration(Math.floor(seconds))}`;
}

/** One line at the foot of a terminal, written anew as the run goes on. Says nothing where there is no terminal. */
export class Progress {
  private timer: NodeJS.Timeout | undefined;
  private readonly start = performance.now();
  constructor(
    private readonly state: () => ProgressState,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** Shows the line, and again four times a second. */
  begin(): void {
    if (!this.stream.isTTY) return;
    this.timer = setInterval(() => this.draw(), 250);
    this.timer.unref();
    this.draw();
  }

  /** Takes the line away. */
  end(): void {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.clear();
  }

  private draw(): void {
    const line = progressLine(this.state(), (performance.now() - this.start) / 1000);
    this.clear();
    this.stream.write(line.slice(0, Math.max(0, (this.stream.columns || 80) - 1)));
  }

  private clear(): void {
    cursorTo(this.stream, 0);
    clearLine(this.stream, 0);
  }
}
