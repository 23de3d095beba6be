import { order } from '../../../testing/contract/samples.ts';
import { importSteps } from '../order-steps.ts';

/** Imports the sample order into a folder and dies, as a power cut would have it, after so many steps. */
const [, , folder = '', count = '0'] = process.argv;
for (const step of importSteps(order('12'), { folder, encoding: 'utf-8' }).slice(0, Number(count)))
  await step();
process.kill(process.pid, 'SIGKILL');
