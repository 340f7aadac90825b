/** The tree of requirements and the lists made from it. */
export const tree = `
.filter { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 12px; }
.filter input { flex: 1 1 220px; min-height: 34px; }
.filter select, .filter button { min-height: 34px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.chips button[aria-pressed="true"] { border-color: var(--tone); background: color-mix(in srgb, var(--tone) 13%, var(--card)); font-weight: 600; }
.chips .mark { margin-right: 6px; }
#found { min-width: 72px; color: var(--muted); font-size: 13.5px; font-variant-numeric: tabular-nums; }
.chapter { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px; }
.chapter > summary { display: flex; gap: 12px; align-items: center; padding: 11px 18px; }
.chapter > summary::before { content: "▸"; color: var(--muted); width: 10px; }
.chapter[open] > summary::before { content: "▾"; }
.chapter h3 { font-weight: 600; font-size: 15.5px; flex: 1; }
.outcomes { display: flex; gap: 14px; font-variant-numeric: tabular-nums; font-size: 14px; }
.outcomes > span { display: inline-flex; gap: 5px; align-items: center; color: var(--soft); }
.outcomes > .fail, .outcomes > .harness-error { color: var(--tone); font-weight: 600; }
.operation { border-top: 1px solid var(--line); padding: 10px 0 8px; }
.operation h4 { font-size: 13px; font-weight: 600; color: var(--muted); padding: 0 18px 4px; }
.row > summary { display: grid; grid-template-columns: 15px minmax(170px, 250px) minmax(0, 1fr) 70px 66px 50px; gap: 12px; align-items: baseline; padding: 4px 18px; }
.row > summary:hover { background: var(--wash); }
.row > summary .mark { align-self: start; margin-top: 4px; }
.row > summary code { font-size: 13px; overflow-wrap: anywhere; }
.row > summary .rule { color: var(--soft); font-size: 14px; line-height: 1.5; }
.row > summary .level { text-align: right; }
.row .cases, .row .time { color: var(--muted); font-size: 13px; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.row.row[data-outcome="fail"] > summary code { color: var(--fail); font-weight: 600; }
.row > .inside { padding: 4px 18px 12px 45px; font-size: 14px; }
.row[open] { background: var(--wash); }
.row .inside p { margin-bottom: 4px; overflow-wrap: anywhere; }
.row dl > div { margin-top: 6px; }
.row dd { overflow-wrap: anywhere; unicode-bidi: isolate; }
.reason { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 18px; margin-bottom: 8px; overflow-wrap: anywhere; }
.enable { margin-top: 3px; color: var(--soft); }
.ids { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); gap: 2px 18px; margin-top: 8px; }
.ids li { font: 13px/1.6 var(--mono); display: flex; gap: 8px; align-items: center; min-width: 0; }
.ids a { color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.ids a:hover { text-decoration: underline; }
.fold { margin-top: 10px; }
.fold > summary { color: var(--soft); padding: 4px 0 8px; }
.reading { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 14px 18px 18px; margin-bottom: 8px; }
.reading h3 { font: 600 13.5px/1.6 var(--mono); }
.reading h3 a { color: inherit; text-decoration: none; }
@media (max-width: 900px) {
  .row > summary { grid-template-columns: 15px minmax(0, 1fr) auto; gap: 0 12px; }
  .row > summary .rule { grid-column: 2 / -1; grid-row: 2; }
  .row > summary .cases, .row > summary .time { display: none; }
  .chapter > summary { flex-wrap: wrap; }
}
`;
