/** Failures: the rule, documented beside observed, transcripts. */
export const failures = `
.failure { background: var(--card); border: 1px solid var(--line); border-left: 3px solid var(--fail); border-radius: 8px; margin-bottom: 6px; }
.failure[open] { margin-bottom: 12px; }
.failure > summary { display: flex; align-items: baseline; gap: 10px; padding: 9px 18px; }
.failure > summary .mark { align-self: center; }
.failure > summary h3 { font: 600 14px/1.5 var(--mono); overflow-wrap: anywhere; }
.failure > summary .gist { color: var(--muted); font-size: 14px; flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.failure[open] > summary .gist { visibility: hidden; }
.failure > .inside { padding: 0 20px 20px 43px; }
.failure .rule { font-size: 16.5px; max-width: 72ch; margin-bottom: 2px; }
.readings { padding-left: 18px; margin-top: 6px; color: var(--soft); font-size: 14px; }
.inside h4, .reading h4 { font-size: 12.5px; font-weight: 600; color: var(--muted); margin: 18px 0 6px; }
.versus { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--line); border-radius: 7px; overflow: hidden; margin-top: 14px; }
.versus > div { padding: 10px 16px 13px; min-width: 0; }
.versus > div + div { border-left: 1px solid var(--line); }
.versus h4 { margin: 0 0 2px; }
.versus p { overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; max-height: 320px; overflow-y: auto; }
.documented { background: color-mix(in srgb, var(--pass) 5%, var(--card)); box-shadow: inset 0 2px var(--pass); }
.observed-side { background: color-mix(in srgb, var(--fail) 6%, var(--card)); box-shadow: inset 0 2px var(--fail); }
.seen { background: color-mix(in srgb, var(--note) 5%, var(--card)); box-shadow: inset 0 2px var(--note); }
.reading .documented { background: none; box-shadow: inset 0 2px var(--edge); }
.smallest pre { background: var(--wash); border-radius: 7px; padding: 10px 14px; max-height: 300px; overflow: auto; }
.exchange { border: 1px solid var(--line); border-radius: 7px; margin-bottom: 6px; overflow: hidden; }
.exchange.offending { border-color: color-mix(in srgb, var(--fail) 55%, var(--line)); }
.exchange > summary { display: flex; gap: 12px; align-items: baseline; padding: 7px 12px; background: var(--wash); }
.exchange > summary code { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; unicode-bidi: isolate; }
.exchange[open] > summary code { white-space: normal; overflow-wrap: anywhere; }
.exchange .number, .exchange .time { color: var(--muted); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.exchange .status { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.flag { color: var(--fail); font-size: 13px; font-weight: 600; white-space: nowrap; }
.wire { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(380px, 100%), 1fr)); }
.wire figure { padding: 8px 14px 12px; min-width: 0; border-top: 1px solid var(--line); }
.wire figcaption { font-size: 12.5px; color: var(--muted); margin-bottom: 3px; }
.wire pre { font-size: 12.5px; line-height: 1.6; max-height: 460px; overflow: auto; padding: 2px; }
.wire .first { font-weight: 600; }
.wire .name { color: var(--muted); }
.next { margin-top: 16px; padding-top: 12px; border-top: 1px solid var(--line); overflow-wrap: anywhere; max-width: 90ch; }
.another { border-top: 1px solid var(--line); margin-top: 14px; padding-top: 10px; }
.earlier { margin-bottom: 6px; }
.earlier > summary { color: var(--soft); font-size: 14px; padding-bottom: 4px; }
.another > summary { color: var(--soft); overflow-wrap: anywhere; }
.another > summary::before, .earlier > summary::before, .fold > summary::before { content: "▸ "; color: var(--muted); }
.another[open] > summary::before, .earlier[open] > summary::before, .fold[open] > summary::before { content: "▾ "; }
@media (max-width: 700px) {
  .versus { grid-template-columns: 1fr; }
  .versus > div + div { border-left: 0; }
  .failure > summary .gist { display: none; }
  .failure > .inside { padding: 0 14px 16px; }
  .exchange > summary { flex-wrap: wrap; gap: 2px 12px; }
  .exchange > summary code { flex-basis: 80%; }
}
`;
