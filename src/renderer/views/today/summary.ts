import type { Output } from '#shared/contract/index.ts';

export type Summary = Output<'today.summary'>;
