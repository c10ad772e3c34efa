import type { Subject } from './bench.ts';

export declare function connectorSuite(name: string, subject: Subject): void;
