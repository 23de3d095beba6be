#!/usr/bin/env node
import { resolveOwnPackage } from './own-package.ts';
import { runCommandLine } from './run.ts';
import { processTerminal } from './terminal.ts';

// Whoever reads our output may stop reading: `passerelle export products | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

resolveOwnPackage();
process.exitCode = await runCommandLine(processTerminal());
