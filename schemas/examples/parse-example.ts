/** What an example shows, piece by piece. */
export type Piece =
  | { kind: 'request'; method: string; url: string }
  | { kind: 'status'; status: number }
  | { kind: 'header'; name: string; value: string }
  | { kind: 'body'; value: unknown }
  | { kind: 'unreadable'; why: string };

const request = /^(GET|HEAD|PUT|POST|PATCH|DELETE)\s+(\S+)$/;
const curl = /^curl\s.*?'(https?:\/\/[^']+)'.*?-X\s+([A-Z]+)/;
const status = /^(?:STATUS CODE\s+|HTTP\/[\d.]+\s+)?(\d{3})(?:\s+[A-Z][\w ]*)?$/;
const header = /^"?([A-Za-z][\w-]*)\s*:(?!\/\/)\s*([^"{[]*)"?$/;

/** Reads an example: lines of a request, a status or a header, then a JSON body up to the end. Whatever is none of these is unreadable. */
export function parseExample(text: string): Piece[] {
  const pieces: Piece[] = [];
  const lines = text.split('\n').map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    if (/^[{[]/.test(line)) return [...pieces, toBody(lines.slice(index).join('\n'))];
    if (line !== '') pieces.push(toPiece(line));
  }
  return pieces;
}

function toPiece(line: string): Piece {
  const asked = request.exec(line);
  if (asked) return { kind: 'request', method: asked[1] ?? '', url: asked[2] ?? '' };
  const command = curl.exec(line);
  if (command) return { kind: 'request', method: command[2] ?? '', url: command[1] ?? '' };
  const answered = status.exec(line);
  if (answered) return { kind: 'status', status: Number(answered[1]) };
  const named = header.exec(line);
  if (named) return { kind: 'header', name: (named[1] ?? '').toLowerCase(), value: (named[2] ?? '').trim() };
  return { kind: 'unreadable', why: 'it is neither a request, a status, a header nor a JSON text' };
}

function toBody(text: string): Piece {
  try {
    return { kind: 'body', value: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: 'unreadable', why: `it is not valid JSON: ${(error as Error).message.split('\n')[0]}` };
  }
}
