/** See display.mjs. */
export function startDisplay(): Promise<{ stop: () => void }>;
