import { defaults, limits, lists, readings } from '../profile-fields.js';

/** Says where in the file something of this path is wrong. */
type Fail = (path: (string | number)[], what: string) => string;
/** What is wrong with a value; undefined: nothing. */
type Judge = (value: unknown) => string | undefined;

const sections: Record<string, Record<string, { about: string; judge: Judge }>> = {
  limits: mapped(limits, (about) => ({ about, judge: wholeNumber })),
  defaults: mapped(defaults, ({ holds, form }) => ({ about: holds, judge: textOf(form) })),
  lists: mapped(lists, ({ holds, form }) => ({ about: holds, judge: listOf(textOf(form)) })),
  readings: mapped(readings, ({ decides, values }) => ({ about: decides, judge: oneOf(values) })),
};

/** What is wrong with limits, defaults, lists and readings of a profile: unknown names, missing ones, and values that do not fit. */
export function lintDecisions(profile: Record<string, unknown>, fail: Fail): string[] {
  return Object.entries(sections).flatMap(([section, known]) => {
    const given = profile[section];
    if (given === undefined) return [];
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      return [fail([section], `"${section}" is no mapping. Write "name: value" below it.`)];
    const values = given as Record<string, unknown>;
    const unknown = Object.keys(values).filter((name) => !Object.hasOwn(known, name));
    const names = Object.keys(known).join(', ');
    return [
      ...unknown.map((name) => fail([section, name], `unknown name "${name}" in ${section}. Use one of: ${names}.`)),
      ...Object.entries(known).flatMap(([name, { about, judge }]) => {
        if (!Object.hasOwn(values, name)) return [fail([section], `${section} lack "${name}": ${about} Add it.`)];
        const wrong = judge(values[name]);
        return wrong ? [fail([section, name], `${name} is ${JSON.stringify(values[name])}, but ${wrong}`)] : [];
      }),
    ];
  });
}

function mapped<T, R>(entries: Record<string, T>, to: (entry: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, to(entry)]));
}

function wholeNumber(value: unknown): string | undefined {
  return Number.isSafeInteger(value) && Number(value) > 0 ? undefined : 'a limit is a whole number above 0.';
}

function textOf(form: RegExp): Judge {
  return (value) => (typeof value === 'string' && form.test(value) ? undefined : `a text of the form ${form} is due.`);
}

function listOf(judge: Judge): Judge {
  return (value) => {
    if (!Array.isArray(value)) return 'a list is due; [] where there is nothing.';
    if (new Set(value).size < value.length) return 'no entry stands twice in a list.';
    return value.map(judge).find((wrong) => wrong);
  };
}

function oneOf(values: Record<string, string>): Judge {
  const known = Object.entries(values).map(([value, meaning]) => `${value} (${meaning.replace(/\.$/, '')})`);
  return (value) =>
    typeof value === 'string' && Object.hasOwn(values, value) ? undefined : `one of these is due: ${known.join(', ')}.`;
}
