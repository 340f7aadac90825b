/** The shapes of the outcomes, drawn once and used by reference. Each differs in form, not in colour alone. */
export function Icons() {
  return (
    <svg width="0" height="0" class="away" aria-hidden="true">
      <symbol id="i-pass" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.5" fill="currentColor" />
        <path d="M4.6 8.3l2.3 2.3 4.5-4.9" class="cutout" />
      </symbol>
      <symbol id="i-fail" viewBox="0 0 16 16">
        <path d="M5 .5h6l4.5 4.5v6L11 15.5H5L.5 11V5z" fill="currentColor" />
        <path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" class="cutout" />
      </symbol>
      <symbol id="i-not-run" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.9 2.2" />
      </symbol>
      <symbol id="i-harness-error" viewBox="0 0 16 16">
        <path d="M8 .8l7.5 13.9H.5z" fill="currentColor" />
        <path d="M8 5.8v4M8 11.8v.2" class="cutout" />
      </symbol>
      <symbol id="i-observed" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.8" />
        <circle cx="8" cy="8" r="2.8" fill="currentColor" />
      </symbol>
      <symbol id="i-not-applicable" viewBox="0 0 16 16">
        <path d="M3 8h10" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      </symbol>
    </svg>
  );
}
