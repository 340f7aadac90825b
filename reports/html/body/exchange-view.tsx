import type { ExchangeRecord } from '../../../schemas/results.js';
import { Shown } from '../parts/shown.js';
import { BodyView } from './body-view.js';
import { HeadersView } from './headers-view.js';

interface Props {
  exchange: ExchangeRecord;
  number: number;
  /** It is the one that breaks the rule; `pointer` is the place in its body, where known. */
  offending: boolean;
  pointer?: string;
  /** What is wrong is the status itself. */
  byStatus?: boolean;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]*/, '') || '/';
}

function Answer({ exchange: { response, error }, offending, pointer, byStatus }: Omit<Props, 'number'>) {
  const status = response ? `HTTP ${response.status}` : 'no answer';
  const line = offending && (byStatus || !response?.body) ? <mark>{status}</mark> : status;
  return (
    <>
      <span class="first">{line}</span>
      {'\n'}
      {response && <HeadersView headers={response.headers} />}
      {error && <Shown text={error} />}
      {response?.body && '\n'}
      {response?.body && <BodyView text={response.body} pointer={offending ? pointer : undefined} />}
    </>
  );
}

/** One request and its answer, as they went over the wire. */
export function ExchangeView({ exchange, number, offending, pointer, byStatus }: Props) {
  const { request, response, milliseconds } = exchange;
  return (
    <details class={offending ? 'exchange offending' : 'exchange'} open={offending}>
      <summary>
        <span class="number">{number}</span>
        <code>
          {request.method} <Shown text={pathOf(request.url)} />
        </code>
        <span class="status">{response ? response.status : 'no answer'}</span>
        <span class="time">{Number(milliseconds.toFixed(milliseconds < 10 ? 1 : 0))} ms</span>
        {offending && <span class="flag">breaks the rule</span>}
      </summary>
      <div class="wire">
        <figure>
          <figcaption>Request</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it. */}
          <pre tabIndex={0}>
            <span class="first">
              {request.method} <Shown text={request.url} />
            </span>
            {'\n'}
            <HeadersView headers={request.headers} />
            {request.body && '\n'}
            {request.body && <BodyView text={request.body} />}
          </pre>
        </figure>
        <figure>
          <figcaption>Answer</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above. */}
          <pre tabIndex={0}>
            <Answer exchange={exchange} offending={offending} pointer={pointer} byStatus={byStatus} />
          </pre>
        </figure>
      </div>
    </details>
  );
}
