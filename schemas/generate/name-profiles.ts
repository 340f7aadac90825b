const place = /("profile": \{\s*"type": "string",\s*"enum": )\[[^\]]*\]/;

/**
 * The schema of configurations with these profiles as the ones that can be named.
 * @throws {Error} when it has no place for them.
 */
export function nameProfiles(schema: string, names: readonly string[]): string {
  if (!place.test(schema))
    throw new Error('schemas/config.schema.json: "profile" has no "enum" after its "type". Write one; [] will do.');
  return schema.replace(place, `$1${JSON.stringify(names).replaceAll('","', '", "')}`);
}
