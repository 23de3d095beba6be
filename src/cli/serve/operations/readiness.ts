/** A shop whose store can be asked whether it answers. */
interface ProbedShop {
  readonly name: string;
  /** One trivial read; rejects when the store does not answer. */
  probe(): Promise<unknown>;
}

export interface ReadinessOptions {
  readonly shops: readonly ProbedShop[];
  /** How long an answer may take, in milliseconds; 2,000 by default. */
  readonly timeoutMs?: number;
  /** How long one round of probes serves all who ask, in milliseconds; 1,000 by default. */
  readonly freshMs?: number;
}

export interface Readiness {
  /** The names of the shops whose stores do not answer. */
  failing(): Promise<readonly string[]>;
}

const TIMEOUT_MS = 2_000;
const FRESH_MS = 1_000;

/** Costs one probe a shop and second, however often it is asked; a probe that hangs is not joined by a second one. */
export function createReadiness({
  shops,
  timeoutMs = TIMEOUT_MS,
  freshMs = FRESH_MS,
}: ReadinessOptions): Readiness {
  const probes = shops.map((shop) => ({ name: shop.name, answers: createProbe(shop, timeoutMs) }));
  let round: Promise<readonly string[]> | undefined;
  let begun = Number.NEGATIVE_INFINITY;

  const ask = async (): Promise<readonly string[]> => {
    const answers = await Promise.all(probes.map(({ answers }) => answers()));
    return probes.flatMap(({ name }, index) => (answers[index] ? [] : [name]));
  };

  return {
    failing() {
      if (round && performance.now() - begun < freshMs) return round;
      begun = performance.now();
      round = ask();
      return round;
    },
  };
}

function createProbe({ probe }: ProbedShop, timeoutMs: number): () => Promise<boolean> {
  let underWay: Promise<boolean> | undefined;
  return () => {
    underWay ??= probe()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        underWay = undefined;
      });
    return within(underWay, timeoutMs);
  };
}

async function within(answer: Promise<boolean>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  const answered = await Promise.race([answer, late]);
  clearTimeout(timer);
  return answered;
}
