/** A URL as people may read it: without its password. */
export const shownUrl = (url: string): string => url.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@');
