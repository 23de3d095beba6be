import type { TransformationTrace } from '../domain/transformation.ts';
import { xmlDifference } from './xml-difference.ts';
import type { XmlStep } from './xml-transforms.ts';

/** Tells what a sheet changed or said, or why it refused the message. */
export function traceXmlStep(trace: TransformationTrace, step: XmlStep, moment: 'request' | 'reply'): void {
  const { sheet: name, before } = step;
  if (!step.after) {
    const { problem } = step;
    trace.add(() => ({ name, moment, outcome: 'refused', problem }));
    return;
  }
  const difference = xmlDifference(before, step.after);
  const said = step.said.trim();
  if (difference.length === 0 && said === '') return;
  trace.add(() => ({ name, moment, outcome: 'changed', difference, ...(said !== '' && { said }) }));
}
