import { contextBridge, ipcRenderer } from 'electron';

type Listener = (payload: unknown) => void;
const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on('earshot:event', (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

contextBridge.exposeInMainWorld('earshot', {
  /** Asks the shell or the engine; always answers a Result. `callId` is for `calls.cancel`. */
  call: (name: string, input: unknown, callId?: string): Promise<unknown> =>
    ipcRenderer.invoke('earshot:call', name, input, callId),
  /** Listens to an event; returns the function that stops listening. */
  on: (name: string, listener: Listener): (() => void) => {
    const known = listeners.get(name) ?? new Set();
    listeners.set(name, known.add(listener));
    return () => {
      known.delete(listener);
    };
  },
});
