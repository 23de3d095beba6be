/** Where the console stands on its server. */
export const CONSOLE_PATH = '/console';
