export {
  addTyped,
  type BuilderModel,
  type BuilderPlace,
  EMPTY_MODEL,
  fromBuilder,
  isExpression,
  printModel,
  readModel,
  removeEntry,
  toBuilder,
  toggleExclusion,
} from './builder.ts';
export { EXCLUSION_KINDS, EXCLUSION_LANGUAGES, EXCLUSIONS, type Exclusion } from './exclusions.ts';
export { planSearch, type SearchPlan, toFts } from './fts.ts';
export { FIELD_NAMES } from './fields.ts';
export { type Highlight, type HighlightKind, highlightTokens } from './highlight.ts';
export { compile } from './match.ts';
export { MAX_DEPTH, MAX_LENGTH, parse } from './parse.ts';
export { print } from './print.ts';
export { type ProposalExtras, proposeQuery } from './propose.ts';
export type {
  Matcher,
  NearOperand,
  ParseResult,
  QueryError,
  QueryErrorCode,
  QueryItem,
  QueryNode,
  TextField,
  TextRange,
} from './types.ts';
