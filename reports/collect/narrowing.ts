const NARROWING =
  /^(-g|-gv|--(grep|grep-invert|shard|last-failed|only-changed|test-list))(=|$)|\.(test|spec)\b|^(\.\/)?tests\//;

/** Tells whether Playwright was asked, by its own arguments, for a part of the suite only. */
export function isNarrowed(config: { shard: unknown }, argv: readonly string[] = process.argv): boolean {
  return config.shard != null || argv.slice(2).some((argument) => NARROWING.test(argument));
}
