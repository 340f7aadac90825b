import { type Operation, operations } from '../contract.js';
import type { ContractSchemas } from './contract-schemas.js';
import type { Example } from './example.js';
import { matchOperation } from './match-operation.js';
import { type Piece, parseExample } from './parse-example.js';

/** An example and what it says that the contract does not allow; empty when it is valid. */
export interface JudgedExample {
  example: Example;
  mistakes: string[];
}

/** What the examples before have shown on the same page. */
interface Context {
  operation?: Operation;
  status?: number;
  mediaType?: string;
  answer: boolean;
}

/**
 * Judges the examples of one page in reading order: a body belongs to the request or the status above it.
 * @param subject operation that the page is about; undefined for pages about several.
 */
export function judgeExamples(
  examples: readonly Example[],
  subject: string | undefined,
  schemas: ContractSchemas,
): JudgedExample[] {
  const operation = operations.find(({ operationId }) => operationId === subject);
  const context: Context = { answer: false, ...(operation ? { operation } : {}) };
  return examples.map((example) => {
    if (!example.section.includes('request') && !context.answer) context.answer = example.section.includes('response');
    const mistakes = parseExample(example.text).flatMap((piece) => judgePiece(piece, context, operation, schemas));
    return { example, mistakes };
  });
}

function judgePiece(piece: Piece, context: Context, own: Operation | undefined, schemas: ContractSchemas): string[] {
  if (piece.kind === 'unreadable') return [piece.why];
  if (piece.kind === 'header') {
    if (piece.name === 'content-type') context.mediaType = piece.value;
    return [];
  }
  if (piece.kind === 'request') return judgeRequest(piece, context, own, schemas);
  if (piece.kind === 'status') {
    Object.assign(context, { answer: true, status: piece.status });
    const known = context.operation?.statuses;
    return !known || known.includes(piece.status) ? [] : [`status ${piece.status} is not documented for the call`];
  }
  return context.answer ? judgeAnswer(piece.value, context, schemas) : judgeBody(piece.value, context, schemas);
}

function judgeRequest(
  { method, url }: Piece & { kind: 'request' },
  context: Context,
  own: Operation | undefined,
  schemas: ContractSchemas,
): string[] {
  const match = matchOperation(operations, method, url);
  Object.assign(context, {
    operation: match?.operation ?? own,
    answer: false,
    status: undefined,
    mediaType: undefined,
  });
  if (!match) return [`the contract has no ${method} ${url.replace(/^https?:\/\/[^/]*/, '').split('?')[0]}`];
  const { operation, path, query } = match;
  const names = [...new Set(query.map(([name]) => name))];
  const values = (name: string) => query.filter(([each]) => each === name).map(([, value]) => value);
  const judged = (place: 'path' | 'query', name: string, value: string | string[]) =>
    schemas.parameter(operation, place, name, value);
  return [
    ...(own && own !== operation ? [`it calls ${operation.operationId}, its page is about ${own.operationId}`] : []),
    ...Object.entries(path).flatMap(([name, value]) => judged('path', name, value)),
    ...names.flatMap((name) => {
      const all = values(name);
      return judged('query', name, all.length === 1 ? (all[0] as string) : all);
    }),
  ];
}

function judgeBody(value: unknown, { operation, mediaType }: Context, schemas: ContractSchemas): string[] {
  return operation ? schemas.request(operation, mediaType, value) : ['it follows no request'];
}

function judgeAnswer(value: unknown, { operation, status }: Context, schemas: ContractSchemas): string[] {
  // Errors have one shape for every extension call.
  const call = operation ?? operations.find(({ operationId }) => operationId === 'ListImages');
  const shown = status ?? (operation ? operation.success[0] : 400);
  return call && shown ? schemas.answer(call, shown, value) : ['it follows no request'];
}
