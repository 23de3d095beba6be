import { describe, it } from 'vitest';
import { AREAS } from './contract/areas.ts';
import { type Check, type ContractSubject, FACTS, type Fact, reasonToSkip } from './contract/subject.ts';

export { type ContractSubject, FACTS, type Fact };

/**
 * Registers the port's whole contract with Vitest, each check on a shop of its own that `open` makes: fresh and empty.
 * Checks of facts that `limits` names, each with its reason, say nothing about this subject and are left out; what the
 * shop's capabilities or means leave out is skipped with the reason beside it.
 */
export function shopContract(
  name: string,
  open: () => Promise<ContractSubject>,
  limits: ContractSubject['limits'] = {},
): void {
  for (const [area, checks] of Object.entries(AREAS)) {
    const telling = checks.filter(({ facts = [] }) => facts.every((fact) => limits[fact] === undefined));
    describe(`${name}: ${area}`, () => {
      for (const check of telling) it(check.name, ({ skip }) => runCheck(check, open, skip));
    });
  }
}

async function runCheck(
  check: Check,
  open: () => Promise<ContractSubject>,
  skip: (reason: string) => never,
): Promise<void> {
  const subject = await open();
  try {
    const reason = reasonToSkip(check, subject);
    if (reason !== undefined) skip(reason);
    await check.run(subject);
  } finally {
    await subject.close();
  }
}
