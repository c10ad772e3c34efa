export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

/** What an image has to become. */
export interface ImageWish {
  /** Allowed media types; the first that suits the image is taken. */
  types: readonly string[];
  /** Largest file, in bytes; null = any. */
  maxBytes: number | null;
  /** Longest side in pixels; a smaller image stays as large as it is. */
  maxSide: number;
}

export interface EncodedImage {
  bytes: Uint8Array;
  type: ImageType;
  /** Pixels. */
  width: number;
  height: number;
}

/** Decodes and encodes images where a hostile file can do no harm. */
export interface ImagePort {
  /**
   * Encodes an image anew: upright, only its first frame, keeping its proportions, without any metadata of the file.
   * Rejects when it cannot be decoded, takes too long, or cannot be made to fit.
   */
  encode(bytes: Uint8Array, wish: ImageWish): Promise<EncodedImage>;
}
