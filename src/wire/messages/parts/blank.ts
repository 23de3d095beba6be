/** The senders' two ways to say that there is no value. */
export const isNone = (text: string): boolean => text === '' || text === '0';

/** Nothing but white space counts as empty: a lost value leaves the line break of its element behind. */
export const isBlank = (text: string): boolean => text === '' || text.trim() === '';
