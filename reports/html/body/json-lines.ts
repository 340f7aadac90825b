/** One line of a body: `pointer` is the JSON pointer of the value that begins or ends on it. */
export interface BodyLine {
  text: string;
  pointer: string;
}

interface Frame {
  closer: '}' | ']';
  key?: string;
  index: number;
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+)/y;

function step(frame: Frame): string {
  if (frame.closer === ']') return `/${frame.index}`;
  return frame.key === undefined ? '' : `/${frame.key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

function keyOf(token: string): string {
  try {
    return JSON.parse(token);
  } catch {
    return token;
  }
}

/** Lays JSON text out over lines without parsing its values: numbers, escapes and repeated keys stay as they were sent. */
class Layout {
  readonly lines: BodyLine[] = [];
  private readonly frames: Frame[] = [];
  private line: BodyLine | undefined;

  private pointer(): string {
    return this.frames.map(step).join('');
  }

  private put(text: string, pointer = this.pointer()): void {
    this.line ??= { text: '  '.repeat(this.frames.length), pointer };
    this.line.text += text;
  }

  end(): void {
    if (this.line) this.lines.push(this.line);
    this.line = undefined;
  }

  open(bracket: string, isEmpty: boolean): void {
    this.put(bracket);
    if (!isEmpty) this.end();
    this.frames.push({ closer: bracket === '{' ? '}' : ']', index: 0 });
  }

  close(bracket: string, isEmpty: boolean): void {
    if (!isEmpty) this.end();
    this.frames.pop();
    this.put(bracket);
  }

  comma(): void {
    this.put(',');
    this.end();
    const frame = this.frames.at(-1);
    if (frame) {
      frame.index += 1;
      frame.key = undefined;
    }
  }

  value(token: string): void {
    const frame = this.frames.at(-1);
    if (frame?.closer === '}' && frame.key === undefined) frame.key = keyOf(token);
    this.put(token);
  }

  colon(): void {
    this.put(': ');
  }

  /** What is no JSON any more, such as the remark on a cut body. */
  rest(text: string): void {
    this.end();
    this.put(text);
  }
}

/** Lays a JSON body out over lines; undefined when the text is no JSON object or array. A cut body is laid out as far as it goes. */
export function jsonLines(body: string): BodyLine[] | undefined {
  if (!/^\s*[{[]/.test(body)) return undefined;
  const layout = new Layout();
  TOKEN.lastIndex = 0;
  let previous = '';
  for (let at = 0; at < body.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(body)?.[1];
    if (token === undefined) {
      layout.rest(body.slice(at).trim());
      break;
    }
    if (token === '{' || token === '[')
      layout.open(token, /^\s*[}\]]/.test(body.slice(TOKEN.lastIndex, TOKEN.lastIndex + 9)));
    else if (token === '}' || token === ']') layout.close(token, previous === '{' || previous === '[');
    else if (token === ',') layout.comma();
    else if (token === ':') layout.colon();
    else layout.value(token);
    previous = token;
  }
  layout.end();
  return layout.lines.filter((line) => line.text.trim() !== '');
}
