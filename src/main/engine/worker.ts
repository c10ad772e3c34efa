import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, WorkspaceBlocked, type Engine } from './index.ts';
import { createNodePorts } from './node/ports.ts';
import type { DesktopAsk, EngineInbound, EngineOutbound, WorkerData } from './protocol.ts';

/** The engine bound to a message port. It answers calls in the order they end, not the order they came. */
async function serve(port: NonNullable<typeof parentPort>, data: WorkerData): Promise<void> {
  const send = (message: EngineOutbound): void => {
    port.postMessage(message);
  };
  const asks = new Map<string, (text: string | null) => void>();
  let nextAsk = 1;
  const ask = (wanted: DesktopAsk): Promise<string | null> =>
    new Promise((resolve) => {
      const id = String(nextAsk++);
      asks.set(id, resolve);
      send({ type: 'ask', id, ...wanted });
    });
  port.on('message', (message: EngineInbound) => {
    if (message.type !== 'answer') return;
    asks.get(message.id)?.(message.text);
    asks.delete(message.id);
  });
  let engine: Engine;
  try {
    engine = await open(data, ask);
  } catch (error) {
    const reason = error instanceof WorkspaceBlocked ? error.reason : 'unknown';
    send({ type: 'blocked', reason, message: error instanceof Error ? error.message : String(error) });
    port.close();
    return;
  }
  engine.onEvent((name, payload) => {
    // One event type per name; the pair is the same that `onEvent` was given.
    send({ type: 'event', name, payload } as EngineOutbound);
  });
  send({ type: 'ready' });

  const running = new Map<string, AbortController>();
  port.on('message', (message: EngineInbound) => {
    switch (message.type) {
      case 'call': {
        const controller = new AbortController();
        running.set(message.id, controller);
        void engine.dispatch(message.name, message.input, controller.signal).then((result) => {
          running.delete(message.id);
          send({ type: 'result', id: message.id, result });
        });
        return;
      }
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'power':
        if (message.state !== 'resume') return;
        engine.collector.look();
        engine.outbox.look();
        engine.inbox.look();
        return;
      case 'network':
        engine.collector.setOnline(message.online);
        engine.outbox.setOnline(message.online);
        engine.inbox.setOnline(message.online);
        return;
      case 'answer':
        return;
      case 'stop':
        for (const controller of running.values()) controller.abort();
        void engine.stop().then(() => {
          send({ type: 'stopped' });
          port.close();
        });
    }
  });
}

type Ask = (wanted: DesktopAsk) => Promise<string | null>;

async function open(data: WorkerData, ask: Ask): Promise<Engine> {
  const ports = createNodePorts({
    ...data,
    keyring: {
      seal: (text) => ask({ what: 'seal', text }),
      unseal: (text) => ask({ what: 'unseal', text }),
    },
    openPage: async (text) => (await ask({ what: 'open-page', text })) !== null,
  });
  const engine = createEngine(data.folder, ports);
  try {
    if (data.sample === true) await engine.fillWithSample();
    engine.start();
    return engine;
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

if (parentPort) await serve(parentPort, workerData as WorkerData);
