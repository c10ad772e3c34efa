import type { OutgoingImage, PublishingLimits } from '#shared/model/publishing.ts';

/** Gives the outbox the bytes of an image of the workspace. */
export interface ImageLoader {
  /**
   * The image within the limits of a network: shrunk and re-encoded where it has to be.
   * @throws ConnectorError `invalid` when it is gone, or cannot be made to fit
   */
  load(mediaId: string, limits: PublishingLimits['images']): Promise<Omit<OutgoingImage, 'alt'>>;
}
