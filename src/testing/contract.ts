import { describe, it } from 'vitest';
import { BACKOFFICE_AREAS } from './backoffice/areas.ts';
import {
  type BackofficeSettings,
  type BackofficeSubject,
  reasonToSkip as backofficeReason,
  SETTINGS,
} from './backoffice/subject.ts';
import { AREAS } from './contract/areas.ts';
import { type ContractSubject, FACTS, type Fact, reasonToSkip } from './contract/subject.ts';
import { type DecoratorSubject, decoratorChecks } from './decorator/checks.ts';

export {
  type BackofficeSettings,
  type BackofficeSubject,
  type ContractSubject,
  type DecoratorSubject,
  FACTS,
  type Fact,
};

/**
 * Registers the port's whole contract with Vitest, each check on a shop of its own that `open` makes: fresh and empty.
 * What the shop's capabilities, or the subject's means and limits, leave out is skipped with the reason beside it.
 */
export function shopContract(name: string, open: () => Promise<ContractSubject>): void {
  register(name, AREAS, { open, reasonToSkip });
}

/**
 * Registers the contract of the second port, likewise, on a shop that `open` makes as the settings say. Checks of parts
 * that the shop does not have are skipped with the reason beside them.
 */
export function backofficeContract(
  name: string,
  open: (settings: BackofficeSettings) => Promise<BackofficeSubject>,
): void {
  register(name, BACKOFFICE_AREAS, { open: () => open(SETTINGS), reasonToSkip: backofficeReason });
}

/**
 * Registers what every decorator keeps to, whatever it is there for: nothing that a caller says is lost on the way.
 * `decorated` puts it before a shop.
 */
export function decoratorContract(name: string, decorated: DecoratorSubject): void {
  describe(`${name}: what every decorator keeps to`, () => {
    for (const check of decoratorChecks) it(check.name, () => check.run(decorated));
  });
}

interface AnyCheck<Subject> {
  readonly name: string;
  run(subject: Subject): Promise<void>;
}

interface Registration<Subject, Check> {
  open(): Promise<Subject>;
  reasonToSkip(check: Check, subject: Subject): string | undefined;
}

function register<Subject extends { close(): Promise<void> }, Check extends AnyCheck<Subject>>(
  name: string,
  areas: Readonly<Record<string, readonly Check[]>>,
  { open, reasonToSkip }: Registration<Subject, Check>,
): void {
  for (const [area, checks] of Object.entries(areas)) {
    describe(`${name}: ${area}`, () => {
      for (const check of checks)
        it(check.name, async ({ skip, task }) => {
          const subject = await open();
          try {
            const reason = reasonToSkip(check, subject);
            if (reason !== undefined) {
              // Tells what a shop cannot have from what was not run for want of something.
              Object.assign(task.meta, { leftOut: reason });
              skip(reason);
            }
            await check.run(subject);
          } finally {
            await subject.close();
          }
        });
    });
  }
}
