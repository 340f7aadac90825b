/** The page's frame: masthead, contents, sections, verdict. */
export const frame = `
.masthead { border-bottom: 1px solid var(--line); background: var(--card); padding: 36px max(24px, calc((100vw - 1200px) / 2)) 26px; }
.overline { color: var(--muted); font-size: 12.5px; font-weight: 600; letter-spacing: 0.09em; text-transform: uppercase; }
.masthead h1 { font-size: 27px; line-height: 1.25; font-weight: 650; letter-spacing: -0.012em; margin: 4px 0 20px; overflow-wrap: anywhere; }
.masthead dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 14px 28px; }
.masthead dl .wide { grid-column: 1 / -1; }
dt { color: var(--muted); font-size: 12.5px; }
dd { font-size: 14px; overflow-wrap: anywhere; }
.frame { display: grid; grid-template-columns: 176px minmax(0, 1fr); gap: 44px; max-width: 1200px; margin: 0 auto; padding: 28px 0 80px; }
nav { position: sticky; top: 24px; align-self: start; margin-left: -10px; }
nav ul { list-style: none; }
nav a { display: flex; justify-content: space-between; align-items: center; padding: 5px 10px; border-radius: 6px; color: var(--soft);
  text-decoration: none; font-size: 14px; }
nav a:hover { background: var(--wash); color: var(--ink); }
.pill { font-size: 12px; color: var(--muted); font-variant-numeric: tabular-nums; }
.pill[data-of="failures"], .pill[data-of="harness"] { color: var(--card); background: var(--fail); border-radius: 9px; padding: 0 7px; font-weight: 600; }
.pill[data-of="harness"] { background: var(--broken); }
main > section { margin-bottom: 48px; }
h2 { font-size: 20px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; margin-bottom: 14px; }
h2 small { font-size: 14px; font-weight: 400; letter-spacing: 0; color: var(--muted); margin-left: 10px; }
.lead { color: var(--soft); margin-bottom: 12px; }
.remark { color: var(--muted); font-size: 13.5px; margin-top: 6px; }
main > section.verdict { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 28px 30px 22px; }
main > section.verdict:has(+ .trust) { margin-bottom: 14px; }
.verdict .word { display: flex; gap: 20px; align-items: flex-start; }
.verdict .word svg { width: 52px; height: 52px; flex: none; color: var(--tone); --cut: var(--card); margin-top: 2px; }
.verdict h2 { font-size: 30px; line-height: 1.2; color: var(--tone); margin: 0 0 4px; letter-spacing: -0.018em; }
.verdict .word p { font-size: 16.5px; max-width: 68ch; color: var(--ink); }
.levels { width: 100%; border-collapse: collapse; margin: 22px 0 12px; font-size: 14px; }
.levels th { text-align: left; font-weight: 600; font-size: 13px; padding: 5px 16px 5px 0; width: 1%; }
.levels .stack { width: 42%; padding: 5px 0; }
.levels .stack span { display: flex; gap: 2px; height: 10px; border-radius: 5px; overflow: hidden; background: var(--wash); }
.levels i { background: var(--tone); flex-basis: 0; min-width: 4px; }
.levels i.not-run { background: repeating-linear-gradient(-45deg, var(--wait) 0 3px, transparent 3px 6px); }
.levels .numbers { padding: 5px 0 5px 18px; color: var(--soft); font-variant-numeric: tabular-nums; }
.levels .numbers .fail, .levels .numbers .not-run { color: var(--tone); font-weight: 600; }
.volume { color: var(--muted); font-size: 14px; border-top: 1px solid var(--line); padding-top: 12px; margin-top: 14px; }
main > section.trust { border: 1px solid color-mix(in srgb, var(--wait) 40%, var(--line)); border-radius: 10px; padding: 16px 30px 18px;
  background: color-mix(in srgb, var(--wait) 6%, var(--card)); }
.trust h2 { font-size: 15px; letter-spacing: 0; margin-bottom: 6px; color: var(--wait); }
.trust ul { padding-left: 18px; }
.trust li { margin: 3px 0; max-width: 80ch; }
@media (max-width: 1260px) { .frame { padding-left: 24px; padding-right: 24px; } }
@media (max-width: 860px) {
  .masthead { padding: 22px 16px 18px; }
  .masthead h1 { font-size: 21px; margin-bottom: 14px; }
  .masthead dl { grid-template-columns: repeat(auto-fill, minmax(140px, 1fr)); gap: 10px 18px; }
  .frame { grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px 60px; }
  nav { position: static; overflow-x: auto; margin-left: 0; }
  nav ul { display: flex; }
  nav a { white-space: nowrap; gap: 6px; }
  main > section.verdict { padding: 20px 18px; }
  .verdict .word { gap: 14px; }
  .verdict .word svg { width: 36px; height: 36px; }
  .verdict h2 { font-size: 24px; }
  .levels .stack { display: none; }
  .levels .numbers { padding-left: 8px; }
}
`;
