/** Names of the customers' price categories; price rules name them as their groups. */
export const PRICE_CATEGORIES = ['Détaillants', 'Grossistes', 'Collectivités & écoles', 'Artisans'] as const;
