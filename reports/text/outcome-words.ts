import type { Outcome, Verdict } from '../../schemas/results.js';

/** How an outcome is shown: a glyph for those who see no colour, and a word for those who see no glyph. */
export const outcomeWords: Record<Outcome, { glyph: string; word: string }> = {
  fail: { glyph: '✘', word: 'failed' },
  'harness-error': { glyph: '⚠', word: 'harness error' },
  'not-run': { glyph: '○', word: 'not run' },
  pass: { glyph: '✔', word: 'passed' },
  observed: { glyph: '◉', word: 'observed' },
  'not-applicable': { glyph: '–', word: 'not applicable' },
};

export const verdictGlyphs: Record<Verdict, string> = { Conformant: '✔', 'Not conformant': '✘', Incomplete: '○' };

/** Outcomes in the order in which a reader wants them: what is wrong first. */
export const outcomeOrder = Object.keys(outcomeWords) as Outcome[];
