/** The widths that images are made in, in pixels: few, so that nobody can fill a cache by asking for all. */
const WIDTHS = [
  16, 32, 64, 96, 128, 256, 384, 512, 640, 750, 828, 1080, 1200, 1600, 1920, 2560, 3840,
] as const;

export const WIDEST = 3840;

/** The width to make in place of the one that is asked for: the next larger one. */
export const madeWidth = (asked: number): number => WIDTHS.find((width) => width >= asked) ?? WIDEST;
