import { createReferencesListCodec } from './references-list.ts';

export const optionsListCodec = createReferencesListCodec('options_list', 'option');
