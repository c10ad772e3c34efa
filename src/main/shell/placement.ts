import type { Bounds } from './preferences.ts';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const MIN_WIDTH = 900;
export const MIN_HEIGHT = 600;
const MIN_VISIBLE = 120;

/**
 * Where to open the window: as it was, but never smaller than 900×600, never larger than the screen it is
 * on, and centred by the system (no x, y) when its title bar would not be on any of the screens. All in
 * device-independent pixels; `workAreas` are the usable parts of the screens, the main one first.
 */
export function placeWindow(
  stored: Bounds,
  workAreas: readonly Area[],
): { x?: number; y?: number; width: number; height: number } {
  const { x, y } = stored;
  const home =
    x === null || y === null
      ? undefined
      : workAreas.find(
          (area) =>
            Math.min(x + stored.width, area.x + area.width) - Math.max(x, area.x) >= MIN_VISIBLE &&
            y >= area.y &&
            y <= area.y + area.height - MIN_VISIBLE,
        );
  const area = home ?? workAreas[0];
  const size = {
    width: Math.max(MIN_WIDTH, Math.min(stored.width, area?.width ?? stored.width)),
    height: Math.max(MIN_HEIGHT, Math.min(stored.height, area?.height ?? stored.height)),
  };
  return home === undefined || x === null || y === null ? size : { x, y, ...size };
}
