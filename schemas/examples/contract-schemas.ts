import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import { undocumentedFields } from './undocumented-fields.js';

const base = 'https://contract.invalid/ims';

interface Node {
  [key: string]: Node | undefined;
}

/** Where a call stands in the contract. */
interface Call {
  path: string;
  method: string;
}

/** Judges what a call carries against the bundled contract itself, and with it the fields that the contract does not name. */
export class ContractSchemas {
  readonly #contract: Node;
  /** Takes texts for numbers and truth values, as a path and a query carry them. */
  readonly #texts: Ajv2020;
  readonly #json: Ajv2020;

  /** @param contract the bundled OpenAPI document. */
  constructor(contract: object) {
    this.#contract = contract as Node;
    this.#texts = new Ajv2020({ strict: false, unicodeRegExp: true, coerceTypes: 'array' });
    this.#json = new Ajv2020({ strict: false, unicodeRegExp: true });
    for (const ajv of [this.#texts, this.#json]) {
      formatsModule.default(ajv);
      ajv.addSchema({ ...contract, $id: base }, base);
    }
  }

  /** What is wrong with a parameter of a call; a text stands for a number or a truth value too. */
  parameter({ path, method }: Call, place: 'path' | 'query', name: string, value: string | string[]): string[] {
    const item = this.#contract.paths?.[path];
    const lists = [item?.parameters, item?.[method.toLowerCase()]?.parameters] as unknown as (Node[] | undefined)[];
    const all = lists.flatMap((list) => list ?? []).map((each) => this.#resolve(each));
    const found = all.find((each) => String(each?.in) === place && String(each?.name) === name);
    return found
      ? this.#judge(this.#texts, found.schema, value, name)
      : [`the contract has no ${place} parameter ${name}`];
  }

  /** What is wrong with a request body of a call, with its media type where one is named. */
  request({ path, method }: Call, mediaType: string | undefined, value: unknown): string[] {
    const schema = this.#schema(this.#contract.paths?.[path]?.[method.toLowerCase()]?.requestBody, mediaType);
    return schema ? this.#body(schema, value) : ['the call takes no such body'];
  }

  /** What is wrong with the body of an answer. */
  answer({ path, method }: Call, status: number, value: unknown): string[] {
    const answers = this.#contract.paths?.[path]?.[method.toLowerCase()]?.responses;
    const schema = this.#schema(answers?.[String(status)]);
    return schema ? this.#body(schema, value) : [`no body is documented for status ${status}`];
  }

  #body(schema: Node, value: unknown): string[] {
    const fields = undocumentedFields(schema, value, (ref) => this.#follow(ref));
    const strange = fields.map((field) => `the contract does not name ${field}`);
    return [...this.#judge(this.#json, schema, value, ''), ...strange];
  }

  #judge(ajv: Ajv2020, schema: Node | undefined, value: unknown, name: string): string[] {
    // A schema names others by `#/components/...`; outside the document they need its address.
    const absolute = JSON.parse(JSON.stringify(schema ?? {}).replaceAll('"$ref":"#/', `"$ref":"${base}#/`)) as object;
    const validate = ajv.compile({ type: 'object', properties: { value: absolute } });
    return validate({ value }) ? [] : (validate.errors ?? []).map((error) => phrase(error, name));
  }

  #schema(holder: Node | undefined, mediaType?: string): Node | undefined {
    const content = this.#resolve(holder)?.content ?? {};
    const type = mediaType ?? Object.keys(content).find((each) => each.includes('json'));
    return type ? content[type]?.schema : undefined;
  }

  #resolve(node: Node | undefined): Node | undefined {
    return node?.$ref ? this.#follow(String(node.$ref)) : node;
  }

  #follow(ref: string): Node | undefined {
    const names = ref
      .slice(2)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return names.reduce<Node | undefined>((node, name) => node?.[name], this.#contract);
  }
}

function phrase({ instancePath, message, params }: ErrorObject, name: string): string {
  const place = `${name}${instancePath.replace(/^\/value/, '')}` || 'the body';
  const allowed = (params as { allowedValues?: unknown[] }).allowedValues;
  return `${place} ${message ?? 'is not as documented'}${allowed ? `: ${allowed.join(', ')}` : ''}`;
}
