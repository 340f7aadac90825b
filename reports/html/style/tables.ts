/** Coverage, ledger, appendix. */
export const tables = `
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.coverage, .ledger { border-collapse: collapse; width: 100%; font-size: 13.5px; font-variant-numeric: tabular-nums; }
.coverage th, .coverage td, .ledger th, .ledger td { padding: 5px 12px; border-top: 1px solid var(--line); }
.coverage thead th, .ledger thead th { border-top: 0; color: var(--muted); font-weight: 600; font-size: 12.5px; padding: 9px 12px; }
.coverage th[scope="row"] { text-align: left; font: 13px/1.5 var(--mono); white-space: nowrap; padding-left: 18px; }
.coverage thead th:first-child { text-align: left; padding-left: 18px; }
.coverage td, .coverage thead th { text-align: right; }
.coverage tbody tr:hover { background: var(--wash); }
.coverage .none { color: var(--edge); }
.coverage .s2, .coverage .s3 { color: var(--pass); }
.coverage .s4 { color: var(--ink); }
.coverage .s5 { color: var(--fail); font-weight: 650; }
.coverage .sum { color: var(--muted); padding-right: 18px; white-space: nowrap; }
.coverage .uncalled th, .coverage .uncalled .sum { color: var(--wait); }
.ledger th, .ledger td { text-align: left; overflow-wrap: anywhere; }
.ledger td { font: 12.5px/1.5 var(--mono); }
.ledger .leaked td:last-child { color: var(--fail); font-weight: 600; }
pre.error { background: var(--card); border: 1px solid var(--line); border-left: 3px solid var(--broken); border-radius: 7px; padding: 12px 16px; margin-bottom: 8px;
  max-height: 320px; overflow: auto; }
#appendix h3 { font-weight: 600; font-size: 15.5px; margin: 18px 0 6px; }
#appendix p, #appendix li { max-width: 76ch; }
#appendix ol, #appendix ul { padding-left: 20px; }
#appendix li { margin: 3px 0; }
`;
