export {
  defineConnector,
  type BatchNotes,
  type CollectBatch,
  type CollectContext,
  type Connector,
  type Cursor,
} from './define.ts';
export { ConnectorError, abortError, isAbort, type ErrorParams } from './errors.ts';
export {
  checkStatus,
  parseRetryAfter,
  type HttpPort,
  type HttpRedirect,
  type HttpRequest,
  type HttpResponse,
} from './http.ts';
export { parseDate } from './dates.ts';
export { cleanLine, cleanText, clip, htmlToText, stripInlineTags } from './text.ts';
export { counter, digest, httpAddress, identity, languageCode, rawItem, type ItemDraft } from './items.ts';
