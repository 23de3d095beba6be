import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchContext } from '../bench.ts';
import { fillProducts, fillStore } from '../fill.ts';
import { drive, warmUp } from '../load.ts';
import { productLoad } from '../product-load.ts';
import { takeTurns } from '../rounds.ts';
import { type Goal, type Row, ratioRow } from '../rows.ts';
import { type BenchServer, startPasserelle } from '../servers.ts';
import { createStore } from '../stores.ts';

const NEARLY_NOTHING: Goal = { atLeast: 0.9 };
const CLIENTS = [1, 32];
const PRODUCTS = 1000;
const ROUNDS = 9;
const SECONDS = 0.5;

const NOTHING = `import { defineTransforms } from 'passerelle';
export default defineTransforms({});
`;

/** What agencies write: low stock, a custom field, a rounded price. */
const TYPICAL = `import { compare, defineTransforms, drop, parseDecimal, round, ZERO } from 'passerelle';
const FEW = parseDecimal('5') ?? ZERO;
export default defineTransforms({
  beforeProduct(change) {
    const { stock, netPrice } = change.fields;
    if (change.customFields?.xx_web === '0') return drop('not for the web');
    return {
      ...change,
      fields: {
        ...change.fields,
        ...(stock && compare(stock, FEW) < 0 && { stock: ZERO }),
        ...(netPrice && { netPrice: round(netPrice, 2) }),
      },
    };
  },
});
`;

/** What changes every product, so that the journal keeps it every time; stored, it is the same from the second time on. */
const RECORDED = `import { defineTransforms } from 'passerelle';
export default defineTransforms({
  beforeProduct: (change) => ({ ...change, fields: { ...change.fields, upc: '036000291452' } }),
});
`;

/** The same as an XSLT sheet, as far as one can: it knows no `drop`. */
const SHEET = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
  <xsl:template match="stock[. &lt; 5]/text() | quantity[. &lt; 5]/text()">0</xsl:template>
  <xsl:template match="p_vente/text() | price/text()"><xsl:value-of select="format-number(., '0.00')"/></xsl:template>
</xsl:stylesheet>
`;

const NAME = 'transforms';

interface Transforming {
  readonly module?: string;
  readonly sheet?: string;
}

/** What hooks, and a sheet, cost a product, beside the same server without them. */
export const transformsBench: Bench = {
  name: NAME,
  title:
    'update_product without transformations, with none in the module, with a typical hook, with one that changes all, and with a sheet',
  async run(context) {
    const servers: BenchServer[] = [];
    const start = async (name: string, { module, sheet }: Transforming = {}): Promise<BenchServer> => {
      const store = await createStore('sqlite', context.folder(name));
      await fillStore(store, fillProducts(PRODUCTS));
      if (module !== undefined) writeFileSync(join(store.folder, 'hooks.ts'), module);
      if (sheet !== undefined) {
        mkdirSync(join(store.folder, 'sdk'));
        writeFileSync(join(store.folder, 'sdk', 'update_product.request.xsl'), sheet);
      }
      const server = await startPasserelle(context, store, {
        ...(module !== undefined && { transforms: ['./hooks.ts'] }),
        ...(sheet !== undefined && { sheets: './sdk' }),
      });
      servers.push(server);
      return server;
    };
    try {
      const without = await start('without');
      const contest = {
        without,
        empty: await start('empty', { module: NOTHING }),
        hook: await start('hook', { module: TYPICAL }),
        recorded: await start('recorded', { module: RECORDED }),
        sheet: await start('sheet', { sheet: SHEET }),
      };
      for (const server of servers) await warmUp(server, changing(), context.seconds);
      const rows: Row[] = [];
      for (const clients of CLIENTS) rows.push(...(await compareServers(context, clients, contest)));
      return rows;
    } finally {
      for (const server of servers) await server.stop();
    }
  },
};

const changing = () => productLoad({ products: PRODUCTS, changing: true });

type Contest = Readonly<Record<'without' | 'empty' | 'hook' | 'recorded' | 'sheet', BenchServer>>;

async function compareServers(
  context: BenchContext,
  clients: number,
  contest: Contest,
): Promise<readonly Row[]> {
  const load = { clients, seconds: context.seconds(SECONDS), ...changing() };
  const perSecond = await takeTurns(
    {
      without: () => drive(contest.without, load),
      empty: () => drive(contest.empty, load),
      hook: () => drive(contest.hook, load),
      recorded: () => drive(contest.recorded, load),
      sheet: () => drive(contest.sheet, load),
    },
    {
      rounds: ROUNDS,
      onRound: (round) => context.progress(`${clients} clients, round ${round} of ${ROUNDS}`),
    },
  );
  const by = clients === 1 ? '1 client' : `${clients} clients`;
  const row = (work: string, ours: number, goal?: Goal): Row =>
    ratioRow({
      bench: NAME,
      work: `${work}, ${by}, against none`,
      ours,
      reference: perSecond.without,
      measure: 'req/s',
      ...(goal && { goal }),
    });
  return [
    row('no hook in the module', perSecond.empty, NEARLY_NOTHING),
    row('a typical hook', perSecond.hook, NEARLY_NOTHING),
    row('a hook that changes each product, kept by the journal', perSecond.recorded, NEARLY_NOTHING),
    row('a typical sheet', perSecond.sheet),
  ];
}
