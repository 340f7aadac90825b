/** Colours and type; the dark half follows the reader's system. */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f8; --card: #ffffff; --wash: #f1f3f5; --line: #dfe3e8; --edge: #c6ccd3;
  --ink: #1a1f26; --soft: #444c56; --muted: #646d78; --link: #1f5c99;
  --pass: #1b7a4a; --fail: #b3261e; --wait: #8a5a00; --broken: #6a3fb5; --note: #2563a8; --none: #6b7480;
  --mark: #ffe2a8; --mark-ink: #3d2a00;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans SC",
    "Noto Sans CJK SC", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", Menlo, Consolas, "DejaVu Sans Mono",
    "Noto Sans Mono CJK SC", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #101317; --card: #171b20; --wash: #1e2329; --line: #2a3037; --edge: #3c444d;
    --ink: #e7eaee; --soft: #c0c7cf; --muted: #939da8; --link: #86b8ec;
    --pass: #58bf8a; --fail: #ff8078; --wait: #e2b04c; --broken: #b79bf5; --note: #7fb2ee; --none: #8b95a1;
    --mark: #5c4310; --mark-ink: #ffe6b3;
  }
}
.pass { --tone: var(--pass); } .fail { --tone: var(--fail); } .not-run { --tone: var(--wait); }
.harness-error { --tone: var(--broken); } .observed { --tone: var(--note); } .not-applicable { --tone: var(--none); }
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 var(--sans); }
h1, h2, h3, h4, p, ul, ol, dl, dd, pre, figure { margin: 0; padding: 0; font: inherit; }
a { color: var(--link); text-underline-offset: 2px; text-decoration-thickness: 1px; }
code, pre { font-family: var(--mono); font-size: 0.88em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; tab-size: 4; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
[hidden], html:not(.js) .scripted { display: none !important; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 8px; background: var(--card); padding: 6px 12px; z-index: 2; }
`;
