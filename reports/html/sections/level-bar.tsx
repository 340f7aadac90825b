import type { Tally } from '../../judge/tally.js';

const words = (tally: Tally): [string, number, string][] => [
  ['pass', tally.passed, 'passed'],
  ['observed', tally.observed, 'recorded'],
  ['fail', tally.failed, 'failed'],
  ['not-run', tally.unjudged, 'could not be judged'],
];

/** One level: a bar of what became of its requirements, and the same in words and numbers. */
export function LevelBar({ tally }: { tally: Tally }) {
  const parts = words(tally).filter(([, amount]) => amount > 0);
  return (
    <tr>
      <th scope="row">{tally.level}</th>
      <td class="stack" aria-hidden="true">
        <span>
          {parts.map(([outcome, amount]) => (
            <i class={outcome} style={`flex-grow:${amount}`} />
          ))}
        </span>
      </td>
      <td class="numbers">
        {parts.map(([outcome, amount, word], index) => (
          <>
            {index > 0 && ', '}
            <span class={outcome}>
              {amount}
              {index === 0 && ` of ${tally.total}`} {word}
            </span>
          </>
        ))}
      </td>
    </tr>
  );
}
