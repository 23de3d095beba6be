// For `node --import`: an example's `import … from 'passerelle/…'` then gets this clone's source.
import { resolveOwnPackage } from '../src/cli/own-package.ts';

resolveOwnPackage();
