export { defineConnector, type Connector } from './define.ts';
export type {
  AccountContext,
  AccountFacts,
  Attachment,
  Attempt,
  BatchNotes,
  CapabilityFunctions,
  CollectBatch,
  CollectContext,
  Consent,
  Cursor,
  InboxBatch,
  Metrics,
  NetworkContext,
  PostFigures,
  PublicProfile,
  ReplyRequest,
  SecretSlot,
  Sent,
  SignInContext,
  SignedIn,
  ThreadEntry,
  ThreadUpdate,
} from './capabilities.ts';
export {
  ConnectorError,
  abortError,
  asConnectorError,
  isAbort,
  withoutEffect,
  type Effect,
  type ErrorParams,
} from './errors.ts';
export {
  checkStatus,
  parseRetryAfter,
  type HttpPort,
  type HttpRedirect,
  type HttpRequest,
  type HttpResponse,
  type SocketPort,
  type SocketRequest,
} from './http.ts';
export { quotaPeriod, spendFrom, type QuotaStore } from './quota.ts';
export { List, jsonOf, readable } from './answers.ts';
export { Api, type ApiAnswer, type ApiOptions, type ApiRequest } from './api.ts';
export { askTokens, consentThrough, renew, Tokens } from './oauth.ts';
export { imageFacts, type ImageFacts } from './image-facts.ts';
export { isLoopback, serverOrigin } from './server.ts';
export { parseDate } from './dates.ts';
export { cleanLine, cleanText, clip, htmlToText, stripInlineTags } from './text.ts';
export { counter, digest, httpAddress, identity, languageCode, rawItem, type ItemDraft } from './items.ts';
