import type { SourceProposal } from '#shared/contract/sources.ts';
import type { z } from 'zod';

/** A source that could be added, and whether it will be. */
export interface Offer {
  proposal: z.infer<typeof SourceProposal>;
  chosen: boolean;
  allowLocalNetwork: boolean;
}

/** The same for two offers of the same source. */
export const offerKey = ({ proposal }: Offer): string =>
  `${proposal.connector} ${JSON.stringify(Object.entries(proposal.settings).toSorted(([a], [b]) => a.localeCompare(b)))}`;
