import type { NearOperand, QueryNode } from './types.ts';

const PLAIN_VALUE = /^[^\s()"„“”‟»«]+$/;

/**
 * Writes a query in its shortest form: AND by standing side by side, NOT as `-`, parentheses only where they
 * matter. `parse(print(q))` gives `q` again for every `q` that `parse` returns.
 */
export function print(node: QueryNode): string {
  switch (node.type) {
    case 'word':
      return node.text;
    case 'phrase':
      return `"${node.text}"`;
    case 'raw':
      return `raw:"${node.text}"`;
    case 'field':
      return `${node.field}:${PLAIN_VALUE.test(node.value) ? node.value : `"${node.value}"`}`;
    case 'compare':
      return `${node.field}${node.op}${node.value}`;
    case 'date':
      return `${node.field}:${node.day}`;
    case 'near':
      return node.operands
        .map((operand, i) => {
          const link = node.links[i - 1];
          const written = group(operand, operand.type === 'or');
          return link ? ` ${link.ordered ? 'onear' : 'near'}/${link.distance} ${written}` : written;
        })
        .join('');
    case 'not':
      return `-${group(node.child, node.child.type === 'and' || node.child.type === 'or')}`;
    case 'and':
      return node.children.map((child) => group(child, child.type === 'or')).join(' ');
    case 'or':
      return node.children.map(print).join(' OR ');
  }
}

function group(node: QueryNode | NearOperand, parentheses: boolean): string {
  return parentheses ? `(${print(node)})` : print(node);
}
