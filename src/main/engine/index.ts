import type { z } from 'zod';
import { contract, isRequestName, type EngineRequest } from '#shared/contract/index.ts';
import type { EventName, EventPayload, Topic } from '#shared/contract/events.ts';
import { EarshotError, ok, type Failure, type Result } from '#shared/model/result.ts';
import { sampleDaily } from './accounts/sampling.ts';
import { AccountSessions } from './accounts/sessions.ts';
import { Collector } from './collect/collector.ts';
import { markForRematch, pendingBrands } from './collect/rematch.ts';
import { StoreQueue } from './collect/store-queue.ts';
import { RematchJob } from './collect/rematch-job.ts';
import type { Changed, CommandContext, Handlers, QueryContext } from './context.ts';
import { accountHandlers } from './features/accounts/handlers.ts';
import { alertHandlers } from './features/alerts/handlers.ts';
import { watchForAlerts } from './features/alerts/service.ts';
import { brandHandlers } from './features/brands/handlers.ts';
import { publishedFollows } from './features/calendar/edit.ts';
import { calendarHandlers } from './features/calendar/handlers.ts';
import { channelHandlers } from './features/channels/handlers.ts';
import { compareHandlers } from './features/compare/handlers.ts';
import { crisisHandlers } from './features/crisis/handlers.ts';
import { contactHandlers } from './features/contacts/handlers.ts';
import { highlightHandlers } from './features/highlights/handlers.ts';
import { inboxHandlers } from './features/inbox/handlers.ts';
import { insightHandlers } from './features/insights/handlers.ts';
import { historyHandlers } from './features/history/handlers.ts';
import { learningHandlers } from './features/learning/handlers.ts';
import { learnByItself } from './features/learning/service.ts';
import { mentionHandlers } from './features/mentions/handlers.ts';
import { outboxHandlers } from './features/outbox/handlers.ts';
import { profileHandlers } from './features/profiles/handlers.ts';
import { ruleHandlers } from './features/rules/handlers.ts';
import { rulesOnArrival } from './features/rules/service.ts';
import { fillWithSample } from './features/sample/fill.ts';
import { sourceHandlers } from './features/sources/handlers.ts';
import { triageHandlers } from './features/triage/handlers.ts';
import { wakeSnoozed } from './features/triage/wake.ts';
import { todayHandlers } from './features/today/handlers.ts';
import { workspaceHandlers } from './features/workspace/handlers.ts';
import { InboxReader } from './inbox/reader.ts';
import { conversationsFollow } from './inbox/settled.ts';
import { wakeConversations } from './inbox/wake.ts';
import { Jobs } from './jobs.ts';
import type { Ports } from './ports.ts';
import { Outbox } from './outbox/outbox.ts';
import { Services, type MakeService } from './services.ts';
import type { Change } from './storage/changes.ts';
import { lockWorkspace } from './storage/lock.ts';
import { MediaFiles } from './storage/media.ts';
import { openStorage } from './storage/open.ts';
import { finishChange } from './storage/commit.ts';
import { openWorkspace, type Workspace } from './storage/workspace.ts';

export { DATABASE_FILE, WorkspaceBlocked } from './storage/open.ts';
export { lockWorkspace } from './storage/lock.ts';
export { restoreWorkspace } from './node/restore.ts';

const handlers = {
  ...workspaceHandlers,
  ...historyHandlers,
  ...todayHandlers,
  ...brandHandlers,
  ...compareHandlers,
  ...insightHandlers,
  ...mentionHandlers,
  ...learningHandlers,
  ...triageHandlers,
  ...profileHandlers,
  ...accountHandlers,
  ...channelHandlers,
  ...outboxHandlers,
  ...inboxHandlers,
  ...contactHandlers,
  ...calendarHandlers,
  ...highlightHandlers,
  ...ruleHandlers,
  ...crisisHandlers,
  ...sourceHandlers,
  ...alertHandlers,
} satisfies Handlers<EngineRequest>;

/** In this order; what one writes on arrival the next one sees. */
const services: readonly MakeService[] = [
  wakeSnoozed,
  wakeConversations,
  learnByItself,
  rulesOnArrival,
  watchForAlerts,
  sampleDaily,
];

type Listener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export interface Engine {
  /** Answers a request of the contract. Never throws; whatever goes wrong is in the result. */
  dispatch(name: string, input: unknown, signal?: AbortSignal): Promise<Result<unknown>>;
  /** Calls back for every event until the returned function is called. */
  onEvent(listener: Listener): () => void;
  /** Begins collecting on schedule. @throws WorkspaceBlocked `locked` when another engine collects here */
  start(): void;
  /** Ends collecting and jobs, and closes the file. */
  stop(): Promise<void>;
  /** Waits until every job that is running now has ended. */
  settle(): Promise<void>;
  /** Makes an empty workspace the sample hotel. @returns items written, 0 when it is there already */
  fillWithSample(count?: number): Promise<number>;
  readonly workspace: Workspace;
  readonly collector: Collector;
  readonly outbox: Outbox;
  readonly inbox: InboxReader;
  readonly jobs: Jobs;
  readonly services: Services;
}

/** Opens the workspace in `folder`. @throws WorkspaceBlocked */
export function createEngine(folder: string, ports: Ports): Engine {
  const workspace = openWorkspace(openStorage(folder), () => ports.clock.now());
  const listeners = new Set<Listener>();
  const emit: Listener = (name, payload) => {
    for (const listener of listeners) listener(name, payload);
  };
  const emitChanged = (topics: Topic[]): void => {
    if (topics.length > 0) emit('data.changed', { topics: [...new Set(topics)] });
  };
  const jobs = new Jobs((progress) => {
    emit('job.progress', progress);
  });
  const accounts = new AccountSessions(workspace.write, ports);
  const media = new MediaFiles(workspace.write, folder, ports.images);
  const outbox = new Outbox({ workspace, ports, accounts, images: media, emitChanged });
  outbox.onSettled(conversationsFollow(workspace));
  outbox.onSettled(publishedFollows);
  const running = new Services({ workspace, ports, jobs, accounts, emit, emitChanged }, services);
  const store = new StoreQueue(workspace, running.hooks, () => ports.clock.now());
  const inbox = new InboxReader({ workspace, ports, accounts, store, emitChanged });
  const collector = new Collector(workspace, ports, jobs, emitChanged, store, accounts);
  const matching = new RematchJob(workspace, jobs, emitChanged, running.foundHooks);
  let unlock: (() => void) | null = null;

  const contextFor = (request: string, signal: AbortSignal): CommandContext => ({
    read: workspace.read,
    view: workspace,
    ports,
    signal,
    workspace,
    collector,
    accounts,
    outbox,
    inbox,
    media,
    jobs,
    matchJobId: matching.running,
    tellProgress: (progress) => emit('job.progress', progress),
    rematch: () => matching.start(),
    emitChanged,
    change(work, options = {}) {
      const changed = commitChange(workspace, request, work, options);
      emitChanged(topicsOf(changed.change));
      if (changed.change.rematch.size > 0) matching.start();
      return changed;
    },
  });

  return {
    workspace,
    collector,
    outbox,
    inbox,
    jobs,
    services: running,
    async dispatch(name, input, signal = new AbortController().signal) {
      try {
        return ok(await answer(name, input, contextFor(name, signal)));
      } catch (error) {
        return { ok: false, error: failureOf(error, signal, ports) };
      }
    },
    settle: () => jobs.settle(),
    async fillWithSample(count) {
      await ports.judge.ready();
      const options = { now: ports.clock.now(), ...(count === undefined ? {} : { count }) };
      return fillWithSample(workspace, ports.judge, options);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      unlock = lockWorkspace(folder);
      if (pendingBrands(workspace.read).length > 0) matching.start();
      collector.start();
      running.start();
      outbox.start();
      inbox.start();
    },
    async stop() {
      running.stop();
      collector.stop();
      await outbox.stop();
      await inbox.stop();
      await jobs.stop();
      await ports.close();
      workspace.close();
      unlock?.();
    },
  };
}

async function answer(name: string, input: unknown, context: CommandContext): Promise<unknown> {
  if (!isRequestName(name) || !isEngineRequest(name)) {
    throw new EarshotError('invalid', `There is no request called “${name.slice(0, 80)}” here.`, {
      details: { name },
    });
  }
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) throw invalidInput(parsed.error);
  context.signal.throwIfAborted();
  // The one place where the tie between a request's name and its handler's types, which `handlers satisfies`
  // has checked for every name, is given up: the name is only known at run time.
  const handler = handlers[name] as (input: unknown, context: QueryContext | CommandContext) => unknown;
  const value = await handler(parsed.data, context);
  return contract[name].output.parse(value);
}

function isEngineRequest(name: string): name is EngineRequest {
  return Object.hasOwn(handlers, name);
}

function invalidInput(error: z.ZodError): EarshotError {
  const issues = error.issues
    .slice(0, 10)
    .map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  const first = issues[0];
  const where = first?.path ? ` (${first.path})` : '';
  return new EarshotError(
    'invalid',
    `The request does not fit${where}: ${first?.message ?? 'wrong shape'}.`,
    {
      details: { issues },
    },
  );
}

function failureOf(error: unknown, signal: AbortSignal, ports: Ports): Failure {
  if (error instanceof EarshotError) return error.toFailure();
  if (signal.aborted)
    return new EarshotError('cancelled', 'This was cancelled.', { retryable: true }).toFailure();
  const why = error instanceof Error ? error.message : String(error);
  if (/SQLITE_BUSY|database is locked/.test(why)) {
    return new EarshotError('busy', 'The workspace is busy. Try again in a moment.', {
      retryable: true,
    }).toFailure();
  }
  ports.log.warn('a request failed unexpectedly', {
    why,
    stack: error instanceof Error ? error.stack : undefined,
  });
  return new EarshotError(
    'internal',
    `Something went wrong inside Earshot: ${why}. Your data is as it was before.`,
  ).toFailure();
}

interface Committed<T> extends Changed<T> {
  change: Change;
}

function commitChange<T>(
  workspace: Workspace,
  request: string,
  work: (change: Change) => T,
  { undoable = true, undoes }: { undoable?: boolean; undoes?: string },
): Committed<T> {
  return workspace.write.transaction(() => {
    const change = workspace.changes.begin({
      request,
      undoable,
      ...(undoes === undefined ? {} : { undoes }),
    });
    const value = work(change);
    finishChange(workspace, change);
    markForRematch(workspace, change.rematch);
    return { value, changeId: change.empty ? null : change.id, change };
  });
}

const TOPICS: Record<string, Topic[]> = {
  brand: ['brands', 'mentions'],
  query: ['brands', 'mentions'],
  source: ['sources'],
  tag: ['tags', 'mentions'],
  mention: ['mentions', 'brands', 'tags'],
  assignee: ['mentions'],
  note: ['mentions'],
  saved_view: ['mentions'],
  block: ['mentions', 'brands'],
  site_profile: ['mentions'],
  correction: ['learning'],
  relevance_example: ['learning'],
  relevance_setting: ['learning'],
  contact: ['people'],
  identity: ['people'],
  conversation: ['people', 'inbox'],
  message: ['people', 'inbox'],
  account: ['accounts', 'inbox', 'calendar'],
  action: ['outbox', 'inbox', 'calendar'],
  media: ['calendar'],
  post: ['calendar'],
  variant: ['calendar'],
  approval_setting: ['calendar'],
  watched_profile: ['accounts'],
  highlight: ['people'],
  rule: ['rules'],
  alert: ['alerts'],
  alert_rule: ['alerts'],
  crisis: ['crisis', 'sources'],
  crisis_pin: ['crisis'],
  crisis_entry: ['crisis'],
};

const topicsOf = (change: Change): Topic[] =>
  change.empty ? [] : [...[...change.entities].flatMap((entity) => TOPICS[entity] ?? []), 'history'];
