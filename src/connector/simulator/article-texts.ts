import type { Changes } from '../../domain/changes.ts';
import type { ProductTexts } from '../../domain/product.ts';
import type { PlannedArticle } from './article-plan.ts';

const RANGES = ['Essentiel', 'Sélection & découverte', 'L’Excellence', 'Fin de série'] as const;
const USUAL_LEVELS = 2;
const MOST_LEVELS = 3;

/** Family, sub-family and range, as many of them as the ERP has levels. */
export const categoryPath = (
  { family, dice }: PlannedArticle,
  levels: number = USUAL_LEVELS,
): readonly string[] =>
  [family.name, dice.pick(family.subfamilies, 'subfamily'), dice.pick(RANGES, 'range')].slice(
    0,
    Math.min(levels, MOST_LEVELS),
  );

/** Texts as an ERP's editor writes them: HTML with entities, bare quotes, line breaks; plain text in between. */
export function articleTexts({ dice, name, number, family }: PlannedArticle): Partial<ProductTexts> {
  const descriptions = [
    `<p><strong>${name}</strong> &ndash; r&eacute;f. ${number}</p>\n<ul><li>Qualité "pro" & garantie 2 ans</li></ul>`,
    `${name} : l'indispensable du rayon « ${family.name} ».<br />Livré en 48 h, -5 % dès 10 unités.`,
    `<div class="fiche"><h2>${name}</h2><p>Fabriqué en France &amp; contrôlé à l’unité</p></div>`,
    `Œuvre d’artisan ; 100 % "maison" \\ sans équivalent`,
  ] as const;
  return {
    name,
    description: dice.pick(descriptions, 'description'),
    ...(dice.chance(60, 'has summary')
      ? { shortDescription: `${name}, gamme ${family.code} & accessoires` }
      : {}),
    ...(dice.chance(40, 'has meta')
      ? {
          metaTitle: `${name} | ${family.name}`,
          metaDescription: `Achetez ${name} au meilleur prix : à partir d'un colis.`,
          metaKeywords: `${family.name}, ${family.code}, n° ${number}`,
        }
      : {}),
  };
}

export function articleTranslations({
  dice,
  family,
  number,
}: PlannedArticle): Readonly<Record<string, Changes<ProductTexts>>> | undefined {
  if (!dice.chance(20, 'is translated')) return undefined;
  return {
    'en-gb': {
      name: `${family.english} no. ${number}`,
      description: `<p>The shop's "${family.english.toLowerCase()}" & more<br /></p>`,
    },
  };
}
