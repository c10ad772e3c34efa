import { parseSync } from 'oxc-parser';
import type { SourceFile } from './architecture.ts';

/** A node of the syntax tree, as far as codes are looked for in it. */
interface Node {
  type: string;
  [key: string]: unknown;
}

export interface FoundCodes {
  codes: Set<string>;
  /** Places whose code cannot be told, by file and line. */
  untold: string[];
}

/** Statuses that have words of their own; the rest share those of their kind. */
const STATUSES = ['401', '403', '404', '410', '429', '5xx', 'other'].map((status) => `http-${status}`);

/**
 * Every reason that a source file gives: the code of each `new ConnectorError`, and the `code` in the details of each
 * `new EarshotError`. A code has to be a literal, a choice between literals, `http-${status}`, or a name that stands for
 * one by its value or its type; what is taken from another error, or from something that has a code and a message, is told
 * where that is made.
 */
export function errorCodes({ path, text }: SourceFile): FoundCodes {
  const nodes = [...walk(parseSync(path, text).program as unknown as Node)];
  const found: FoundCodes = { codes: new Set(), untold: [] };
  const tell = (code: Node): void => {
    const codes = valuesOf(code, nodes);
    for (const one of codes ?? []) found.codes.add(one);
    const line = text.slice(0, Number(code['start'])).split('\n').length;
    if (codes === null) found.untold.push(`${path}:${line}`);
  };
  for (const node of nodes) {
    if (path.includes('connectors/')) for (const own of reasonsIn(node)) tell(own);
    if (node.type !== 'NewExpression') continue;
    const { name } = asNode(node['callee']);
    const [, code, options] = asNodes(node['arguments']);
    if (name === 'ConnectorError' && code !== undefined) tell(code);
    if (name === 'EarshotError' && options !== undefined)
      for (const own of detailCodes(options, nodes)) tell(own);
  }
  return found;
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const NOTHING: Node = { type: 'Nothing' };
const asNode = (value: unknown): Node => (isNode(value) ? value : NOTHING);
const asNodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** The code of an object that is a reason: it has a message, too. */
function reasonsIn(node: Node): Node[] {
  const code = property(node, 'code');
  const isReason =
    code?.type === 'Literal' && code['value'] !== '' && property(node, 'message') !== undefined;
  return isReason ? [code] : [];
}

/** The `code` within `details`, which may be named before. */
function detailCodes(options: Node, file: readonly Node[]): Node[] {
  const details = property(options, 'details');
  if (details === undefined) return [];
  const object = details.type === 'Identifier' ? asNode(declared(details, file)?.['init']) : details;
  const code = property(object, 'code');
  return code === undefined ? [] : [code];
}

const property = (object: Node, name: string): Node | undefined => {
  const own = asNodes(object['properties']).find((one) => asNode(one['key'])['name'] === name);
  return own === undefined ? undefined : asNode(own['value']);
};

/** Where a name gets its value in this file. */
const declared = ({ name }: Node, file: readonly Node[]): Node | undefined =>
  file.find(({ type, id }) => type === 'VariableDeclarator' && asNode(id)['name'] === name);

/** What an expression can be; null where that cannot be told. */
function valuesOf(node: Node, file: readonly Node[]): string[] | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : null;
  if (node.type === 'ConditionalExpression') {
    return allOf([node['consequent'], node['alternate']].map((one) => valuesOf(asNode(one), file)));
  }
  if (node.type === 'TemplateLiteral') {
    const [start] = asNodes(node['quasis']);
    return JSON.stringify(start?.['value']).includes('http-') ? STATUSES : null;
  }
  if (node.type === 'MemberExpression') return asNode(node['property'])['name'] === 'code' ? [] : null;
  if (node.type !== 'Identifier') return null;
  const init = declared(node, file)?.['init'];
  if (isNode(init)) {
    const values = valuesOf(init, file);
    if (values !== null) return values;
  }
  return typedValues(node, file);
}

/** All values, or null where one of the parts cannot be told. */
const allOf = (parts: readonly (string[] | null)[]): string[] | null =>
  parts.includes(null) ? null : parts.flatMap((values) => values ?? []);

/** The literals of a name's written types in this file; none for one that is unpacked from another error. */
function typedValues({ name }: Node, file: readonly Node[]): string[] | null {
  const isNamed = (node: Node): boolean => node.type === 'Identifier' && node['name'] === name;
  const isUnpacked = file.some(
    ({ type, id, init }) =>
      type === 'VariableDeclarator' &&
      asNode(init)['name'] === 'error' &&
      asNodes(asNode(id)['properties']).some((one) => isNamed(asNode(one['value']))),
  );
  if (isUnpacked) return [];
  const types = file.filter((node) => isNamed(node) && isNode(node['typeAnnotation']));
  if (types.length === 0) return null;
  return allOf(types.map((one) => literalsOf(asNode(asNode(one['typeAnnotation'])['typeAnnotation']), file)));
}

function literalsOf(type: Node, file: readonly Node[]): string[] | null {
  if (type.type === 'TSLiteralType') return valuesOf(asNode(type['literal']), file);
  if (type.type === 'TSUnionType') {
    return allOf(asNodes(type['types']).map((one) => literalsOf(one, file)));
  }
  if (type.type !== 'TSTypeReference') return null;
  const alias = file.find(
    (node) =>
      node.type === 'TSTypeAliasDeclaration' &&
      asNode(node['id'])['name'] === asNode(type['typeName'])['name'],
  );
  return alias === undefined ? null : literalsOf(asNode(alias['typeAnnotation']), file);
}
