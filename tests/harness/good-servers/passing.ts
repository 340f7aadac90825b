/** An answer on its way back, open to change. */
export interface Passing {
  method: string;
  path: string;
  /** The body of the request, and the token that came with it. */
  sent: string;
  token: string;
  status: number;
  headers: Record<string, string>;
  /** undefined when it is no JSON. */
  body: unknown;
  /** What is sent where `body` is undefined. */
  text: string;
}

/** How a server differs from the emulator, and is just as right. */
export interface Difference {
  /** Milliseconds that every answer takes longer. */
  delay?: number;
  /** A server that reads are sent to, once it may answer them. */
  replica?: { endpoint: string; ready(): Promise<void> };
  /** Milliseconds for which an image is still shown after its deletion was answered. */
  linger?: number;
  /** Answers instead of the server behind. */
  instead?: (method: string, path: string) => { status: number; headers?: Record<string, string> } | undefined;
  change?: (answer: Passing) => void;
}

/** Several differences at once. @throws {Error} when two have a `delay`, `replica`, `linger` or `instead`, of which one alone would hold. */
export function together(differences: Difference[]): Difference {
  for (const name of ['delay', 'replica', 'linger', 'instead'] as const) {
    if (differences.filter((one) => one[name] !== undefined).length > 1)
      throw new Error(`Two differences have ${name}.`);
  }
  return {
    ...Object.assign({}, ...differences),
    change: (answer) => {
      for (const { change } of differences) change?.(answer);
    },
  };
}

/** Visits every object of a body, the innermost first. */
export function eachObject(node: unknown, visit: (object: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const item of node) eachObject(item, visit);
  else if (typeof node === 'object' && node !== null) {
    for (const item of Object.values(node)) eachObject(item, visit);
    visit(node as Record<string, unknown>);
  }
}
