/** Where the API stands on its server. */
export const BASE_PATH = '/api/v1';
export const REFERENCE_PATH = `${BASE_PATH}/reference`;
