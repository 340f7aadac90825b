import { visible } from '../../text/visible.js';
import { Shown } from './shown.js';

/** Something to run, with a button that copies it. Without the button where a copy would differ from what is shown. */
export function Copyable({ label, text }: { label: string; text: string }) {
  const faithful = visible(text) === text && !text.includes('(cut: ');
  return (
    <div class="copyable">
      <div class="bar">
        <span>{label}</span>
        {faithful && (
          <button type="button" class="copy scripted" aria-label={`Copy: ${label}`}>
            Copy
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it. */}
      <pre tabIndex={0}>
        <Shown text={text} />
      </pre>
      {!faithful && <p class="remark">Cut, or holding characters that do not show: use the replay command.</p>}
    </div>
  );
}
