import { resolve } from 'node:path';
import { settingsSchema } from '../../configuration/server.ts';
import { fail } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Language } from '../../shop/wording.ts';
import {
  type Environment,
  type EnvironmentSettings,
  mistypedVariables,
  type RawSettings,
  settingsFromEnvironment,
} from './environment.ts';
import { readSettingsFile } from './file.ts';
import { problemsFromIssues, wordingFor } from './issues.ts';
import { type Configuration, resolveConfiguration } from './resolve.ts';

export interface ConfigurationSources {
  /** The current folder: where the file is looked for, and where relative paths start. */
  readonly folder: string;
  readonly environment: Environment;
  /** `--config` */
  readonly file?: string;
  /** `--data` */
  readonly data?: string;
  /** `--lang` */
  readonly language?: Language;
  /** The terminal's, where nothing else says it. */
  readonly terminalLanguage: Language;
}

/**
 * Defaults, then the file, then the environment, then the options. Rejects with `configuration_refused` (its details
 * name each key) or `configuration_unreadable`.
 */
export async function loadConfiguration(sources: ConfigurationSources): Promise<Configuration> {
  const file = await readSettingsFile(sources.folder, {
    path: sources.file,
    name: 'passerelle.config',
  });
  const language = sources.language ?? sources.terminalLanguage;
  const environment = settingsFromEnvironment(sources.environment, sources.folder);
  const merged = mergeSettings(sources, file?.settings ?? {}, environment);
  const checked = settingsSchema.safeParse(merged, wordingFor(language));
  const problems = [
    ...mistypedVariables(sources.environment),
    ...(checked.error
      ? problemsFromIssues(checked.error.issues, {
          language,
          variables: environment.variables,
          schema: settingsSchema,
        })
      : []),
  ];
  if (!checked.success || problems.length > 0) throw refused(problems, file?.path);
  const configuration = resolveConfiguration(checked.data, {
    folder: file?.folder ?? sources.folder,
    terminalLanguage: sources.terminalLanguage,
  });
  return sources.language === undefined ? configuration : { ...configuration, language: sources.language };
}

function refused(problems: readonly Problem[], path: string | undefined) {
  return fail('configuration_refused', { value: path ?? 'PASSERELLE_*', details: problems });
}

function mergeSettings(
  sources: ConfigurationSources,
  file: RawSettings,
  environment: EnvironmentSettings,
): RawSettings {
  const merged = {
    data: resolve(sources.folder, 'data'),
    ...file,
    ...environment.server,
    ...mergeGroups(file, environment),
    ...(sources.data !== undefined && { data: resolve(sources.folder, sources.data) }),
  };
  if (Object.keys(environment.shop).length === 0) return merged;
  const { shops = [{}] } = file;
  if (!Array.isArray(shops)) return merged;
  const [first, ...others]: unknown[] = shops;
  return {
    ...merged,
    shops: [{ ...(typeof first === 'object' ? first : {}), ...environment.shop }, ...others],
  };
}

/** What is no group stays as it is: the schema says so. */
function mergeGroups(file: RawSettings, { groups }: EnvironmentSettings): RawSettings {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([name, given]) => {
      const { [name]: written = {} } = file;
      const mergeable = typeof written === 'object' && Object.keys(given).length > 0;
      return mergeable ? [[name, { ...written, ...given }]] : [];
    }),
  );
}
