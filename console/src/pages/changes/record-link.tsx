import { TextLink } from '../../parts/text-link.tsx';
import type { Change } from './changes-page.tsx';

/** To the record that changed, where it has a page. */
export function RecordLink({ change: { entity, key, code } }: { readonly change: Change }) {
  switch (entity) {
    case 'product':
    case 'variant':
      return (
        <TextLink to="/catalogue/$reference" params={{ reference: key }}>
          {key}
        </TextLink>
      );
    case 'customer':
      return (
        <TextLink to="/customers/$id" params={{ id: key }} search={code === undefined ? {} : { code }}>
          {code ?? key}
        </TextLink>
      );
    case 'order':
      return (
        <TextLink to="/orders/$id" params={{ id: key }}>
          {key}
        </TextLink>
      );
    case 'sales_document':
      return (
        <TextLink to="/documents/$number" params={{ number: key }}>
          {key}
        </TextLink>
      );
    case 'price_rule':
      return key;
  }
}
