import { requirements } from '../schemas/catalogue.js';
import type { ErrorCode } from '../schemas/error-codes.js';
import { labelledRows } from './labelled-rows.js';

/** What `explain` prints of an error code: what it says, which call answers it, and how a client reaches it. */
export function explainCode(code: ErrorCode): string[] {
  const tied = requirements.filter(({ rejects }) => rejects.some(({ codes }) => codes?.includes(code.code)));
  const judged = tied.filter(({ excluded }) => !excluded);
  const any = code.excluded ? 'none that a client can make answer it' : 'any';
  return [
    `${code.code}  ${code.statuses.join(' or ')}`,
    `  ${code.trigger}`,
    '',
    ...Object.entries(code.messages).flatMap(([reference, message]) =>
      labelledRows('says', [message].flat().map(plain)).map((row, index) =>
        index === 0 ? `${row}  (${documentOf(reference)})` : row,
      ),
    ),
    ...labelledRows('listed by', [code.in.map(documentOf).join(', ')]),
    ...labelledRows('operations', [code.operations.join(', ') || any]),
    ...labelledRows('reached by', code.how ? [code.how] : []),
    ...labelledRows('excluded', code.excluded ? [code.excluded] : []),
    ...labelledRows(
      'judged by',
      judged.length > 0 ? judged.map(({ id, rule }) => `${id}: ${rule}`) : ['no requirement ties it to a trigger'],
    ),
    ...labelledRows(
      'not judged',
      tied.flatMap(({ id, excluded }) => (excluded ? [`${id}: ${excluded}`] : [])),
    ),
  ];
}

/** Without the marks of bold type. */
function plain(message: string): string {
  return message.replaceAll('**', '');
}

const documents: Record<string, string> = {
  huawei: 'Huawei Cloud reference',
  otc: 'Open Telekom Cloud reference',
  both: 'both references',
  gateway: 'API gateway',
};

function documentOf(reference: string): string {
  return documents[reference] ?? reference;
}
