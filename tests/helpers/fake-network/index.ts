export { fakeConnector } from './connector.ts';
export { startFakeNetwork, type FakeNetwork } from './server.ts';
export type { FakePost, FakeStore } from './store.ts';
