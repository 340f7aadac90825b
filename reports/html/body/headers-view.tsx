import { Shown } from '../parts/shown.js';

/** Header lines. */
export function HeadersView({ headers }: { headers: Record<string, string> }) {
  return (
    <>
      {Object.entries(headers).map(([name, value]) => (
        <>
          <span class="name">
            <Shown text={name} />:
          </span>{' '}
          <Shown text={value} />
          {'\n'}
        </>
      ))}
    </>
  );
}
