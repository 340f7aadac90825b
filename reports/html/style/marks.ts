/** Small signs that recur: outcomes, levels, invisible characters, things to copy. */
export const marks = `
.mark { width: 15px; height: 15px; flex: none; color: var(--tone); --cut: var(--card); vertical-align: -2px; }
.cutout { fill: none; stroke: var(--cut, #fff); stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
.level { font-size: 11.5px; font-weight: 600; letter-spacing: 0.03em; color: var(--muted); }
.unseen { font: 600 0.78em/1 var(--sans); letter-spacing: 0.02em; color: var(--broken); border: 1px solid currentColor; border-radius: 3px;
  padding: 0 3px; margin: 0 1px; white-space: nowrap; unicode-bidi: isolate; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; box-shadow: 0 0 0 2px var(--mark); font-weight: 600;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.source { color: var(--muted); font-size: 13px; }
.copyable { border: 1px solid var(--line); border-radius: 7px; margin: 8px 0; overflow: hidden; background: var(--card); }
.copyable .bar { display: flex; justify-content: space-between; align-items: center; background: var(--wash); padding: 3px 6px 3px 12px;
  min-height: 32px; font-size: 13px; color: var(--soft); }
.copyable pre { padding: 10px 12px; max-height: 260px; overflow: auto; }
.copyable .remark { padding: 0 12px 8px; }
button, select, input { font: inherit; font-size: 13.5px; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 6px;
  padding: 3px 10px; min-height: 30px; }
button { cursor: pointer; }
button:hover { border-color: var(--muted); background: var(--wash); }
button.copy { min-height: 26px; font-size: 12.5px; padding: 1px 10px; }
`;
