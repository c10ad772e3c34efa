import type { Subject } from './bench.ts';

export declare function failureDrill(name: string, subject: Subject): void;
