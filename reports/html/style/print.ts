/** On paper: no controls, no colours of the screen, what failed laid open. */
export const print = `
@media print {
  :root { --paper: #fff; --card: #fff; --wash: #f4f5f6; --line: #ccd1d6; --edge: #aab1b8; --ink: #000; --soft: #222; --muted: #555; --link: #000;
    --pass: #14663c; --fail: #a01c15; --wait: #744b00; --broken: #54309a; --note: #1c4f8a; --none: #555; --mark: #ffe2a8; --mark-ink: #000; }
  body { font-size: 10.5pt; }
  nav, .filter, .copy, .skip { display: none !important; }
  .frame { display: block; padding: 12pt 0; max-width: none; }
  .masthead { padding: 0 0 12pt; }
  .wire pre, .versus p, .copyable pre, .smallest pre, pre.error { max-height: none; }
  .chapter::details-content, .failure::details-content { content-visibility: visible; block-size: auto; }
  h2, h3, h4, summary { break-after: avoid; }
  .versus, .row > summary, tr, .reason, .copyable, .smallest { break-inside: avoid; }
  main > section { margin-bottom: 22pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
