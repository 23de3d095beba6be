/** 0x80 to 0x9F of Windows-1252; the five that it leaves undefined stay control characters, as browsers have it. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The character that a byte of Windows-1252 stands for. */
export const fromWindows1252 = (byte: number): string => UPPER[byte - 0x80] ?? String.fromCharCode(byte);
