import { type Form, type Model, Refusal } from '../model/exchange.ts';
import { field, variable } from '../model/xml-reader.ts';
import { breaks, type DefectTable, keyOf, onCall, onReplies, withRightKey, withVariable } from './defect.ts';

const isPush = (form: Form): boolean => !form.has('resource') && !form.has('data');

const isWrong = (form: Form, { key }: Model): boolean => keyOf(form) !== key;

const isWhole = (xml: string): boolean => /<\/[^<>]*>\s*$/.test(xml);

/** Faults in who is let in, and in how an error is said. */
export const REFUSAL_DEFECTS = {
  'no key needed': breaks('auth.missing-key', {
    form: async (form, next, model) =>
      next(keyOf(form) === '' && !isPush(form) ? withRightKey(form, model) : form),
  }),
  'any key will do': {
    breaks: ['auth.wrong-key', 'auth.wrong-key-writes-nothing'],
    because: 'who is let in may write',
    spoil: {
      form: async (form, next, model) =>
        next(keyOf(form) !== '' && !isPush(form) ? withRightKey(form, model) : form),
    },
  },
  'variables dumped with the error': breaks('auth.key-not-echoed', {
    form: (form, next) =>
      next(form).catch((error) => {
        if (!(error instanceof Refusal)) throw error;
        const dump = ['key', 'resource'].map((name) => `[${name}] => ${variable(form, name)}`);
        throw new Refusal(`${error.message} Array ( ${dump.join(' ')} )`, error.status);
      }),
  }),
  'writes before it looks at the key': breaks('auth.wrong-key-writes-nothing', {
    async form(form, next, model) {
      if (!isWrong(form, model) || isPush(form)) return next(form);
      await next(withRightKey(form, model));
      throw new Refusal('clé refusée');
    },
  }),
  'unknown resource is a fatal error': {
    breaks: ['transport.xml-reply', 'error.shape'],
    because: 'a text is neither a document nor an <error>',
    spoil: onReplies((body) =>
      body.includes('<error>ressource inconnue') ? 'Fatal error: Call to undefined method' : body,
    ),
  },
  'error without text': {
    breaks: ['error.shape', 'error.bad-number', 'add-grilles.bad-row'],
    because: 'both must name what is wrong',
    spoil: onReplies((body) => body.replace(/<error>[^<]*<\/error>/, '<error></error>')),
  },
  'errors as text': {
    breaks: ['transport.xml-reply', 'error.shape'],
    because: 'a text is neither a document nor an <error>',
    spoil: {
      async exchange(request, next) {
        const reply = await next(request);
        const text = /<error>([^<]*)<\/error>/.exec(reply.body.toString())?.[1];
        return text === undefined ? reply : { ...reply, body: Buffer.from(`Erreur : ${text}`) };
      },
    },
  },
  'products beside the refusal of a key': {
    breaks: ['auth.wrong-key', 'auth.missing-key', 'error.shape'],
    because: 'a missing key is refused alike, and an error stands alone',
    spoil: onReplies((body) =>
      body.replace(
        '<error>clé refusée</error>',
        '<error>clé refusée</error><products_list><product><id>1</id><reference>A</reference></product></products_list>',
      ),
    ),
  },
  'error with a code and a message': breaks(
    'error.shape',
    onReplies((body) =>
      body.replace(/<error>([^<]*)<\/error>/, '<error><code>1</code><message>$1</message></error>'),
    ),
  ),
  'error beside a code': breaks(
    'error.shape',
    onReplies((body) => body.replace('<error>commande', '<code>404</code><error>commande')),
  ),
  'error with HTTP 500': breaks('error.status', {
    async exchange(request, next) {
      const reply = await next(request);
      return reply.status === 200 && reply.body.includes('<error>') ? { ...reply, status: 500 } : reply;
    },
  }),
  'wrong key with HTTP 401': breaks('error.status', {
    async exchange(request, next) {
      const reply = await next(request);
      return reply.status === 200 && reply.body.includes('<error>clé') ? { ...reply, status: 401 } : reply;
    },
  }),
  'error with HTTP 200 where the samples answer 400': {
    breaks: ['error.status'],
    profile: 'samples',
    spoil: {
      async exchange(request, next) {
        const reply = await next(request);
        return reply.status === 400 ? { ...reply, status: 200 } : reply;
      },
    },
  },
  'unknown resource answered': {
    breaks: ['error.unknown-resource', 'error.shape'],
    because: 'the shape of errors is judged by this one',
    spoil: {
      async form(form, next) {
        try {
          return await next(form);
        } catch (error) {
          if (error instanceof Refusal && error.message.startsWith('ressource inconnue')) return '';
          throw error;
        }
      },
    },
  },
  'missing resource is the default branch': breaks('error.missing-resource', {
    async form(form, next, model) {
      const named = form.has('resource') || variable(form, 'data').includes('<resource>');
      const mine = !named && !form.has('pdf') && !form.has('oid') && !isWrong(form, model);
      return next(mine ? withVariable(form, 'resource', 'products_list') : form);
    },
  }),
  'broken XML accepted': breaks('error.unreadable-xml', {
    async form(form, next, model) {
      const xml = variable(form, 'data');
      const written = variable(form, 'resource') || field(xml, 'resource');
      return /_product$/.test(written) && !isWhole(xml) && xml !== '' && !isWrong(form, model)
        ? `<${written}/>`
        : next(form);
    },
  }),
  'broken XML written and then refused': breaks('error.unreadable-xml', {
    async form(form, next, { state }) {
      const xml = variable(form, 'data');
      const [, reference] = /<reference>\s*([^<]+?)\s*</.exec(xml) ?? [];
      if (reference && !isWhole(xml)) state.products.push({ id: String(state.nextId++), reference });
      return next(form);
    },
  }),
  'empty reference accepted': breaks(
    'error.missing-reference',
    onCall('add_product', async (call, next) => {
      const none = variable(call.form, 'reference') === '' && field(call.xml, 'reference') === '';
      return none ? '<add_product/>' : next(call);
    }),
  ),
  'bad number is zero': breaks('error.bad-number', {
    call: async (call, next) =>
      next({
        ...call,
        xml:
          call.resource === 'add_grilles'
            ? call.xml
            : call.xml.replace(/<(p_vente|price|stock|tva|poids)>[^<\d]+<\/\1>/g, '<$1>0</$1>'),
        form: new Map(
          [...call.form].map(([name, value]) =>
            /^(p_vente|price|stock|tva|poids)$/.test(name) && !/\d/.test(value.toString())
              ? [name, Buffer.from('0')]
              : [name, value],
          ),
        ),
      }),
  }),
  'bad number refused without its field': breaks('error.bad-number', {
    async call(call, next) {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof Refusal && error.message.includes('nombre'))
          throw new Refusal('valeur incorrecte');
        throw error;
      }
    },
  }),
} satisfies DefectTable;
