import type { ProfileName } from '../../requirement.ts';
import type { RequirementId } from '../../requirements/requirements.ts';
import type { Call, Content, Form, Model, Spoil } from '../model/exchange.ts';
import { escapeXml, variable } from '../model/xml-reader.ts';

/** A believable fault of a real shop. */
export interface DefectSpec {
  /**
   * Exactly the requirements that it turns red. The first is failed, or a warning where it is a `should`; of the others
   * some may be untested.
   */
  readonly breaks: readonly [RequirementId, ...RequirementId[]];
  /** Why more than one. */
  readonly because?: string;
  /** `v3` by default. */
  readonly profile?: ProfileName;
  readonly spoil: Spoil;
}

export type DefectTable = Readonly<Record<string, DefectSpec>>;

export const breaks = (id: RequirementId, spoil: Spoil): DefectSpec => ({ breaks: [id], spoil });

/** Edits every reply's text, the status kept. */
export const onReplies = (edit: (body: string) => string): Spoil => ({
  async exchange(request, next) {
    const reply = await next(request);
    return { ...reply, body: Buffer.from(edit(reply.body.toString())) };
  },
});

/** Changes the calls of one resource. */
export const onCall = (
  resource: string,
  hook: (call: Call, next: (call: Call) => Promise<Content>, model: Model) => Promise<Content> | Content,
): Spoil => ({
  call: async (call, next, model) => (call.resource === resource ? hook(call, next, model) : next(call)),
});

/** Edits what a resource answers. */
export const onContent = (resource: string, edit: (content: Content, call: Call) => Content): Spoil =>
  onCall(resource, async (call, next) => edit(await next(call), call));

/** Does something before the call of a resource, as refusing it by a thrown `Refusal`. */
export const before = (resource: string, act: (call: Call, model: Model) => void): Spoil =>
  onCall(resource, (call, next, model) => {
    act(call, model);
    return next(call);
  });

export const withVariable = (form: Form, name: string, value: string): Form =>
  new Map(form).set(name, Buffer.from(value));

/** The call with another value, in the POST variable and in the XML. */
export const withValue = (call: Call, name: string, value: string): Call => ({
  ...call,
  form: withVariable(call.form, name, value),
  xml: call.xml.replace(
    new RegExp(`<${name}>[\\s\\S]*?</${name}>`),
    () => `<${name}>${escapeXml(value)}</${name}>`,
  ),
});

/** The key that a form gives, in POST or in plain XML; empty for none. */
export const keyOf = (form: Form): string =>
  variable(form, 'key') || (/<key>\s*([^<]*?)\s*</.exec(variable(form, 'data'))?.[1] ?? '');

/** A shop that takes any key: whatever came, the right one goes on. */
export const withRightKey = (form: Form, { key }: Model): Form => {
  const data = form.get('data');
  const right = new Map(withVariable(form, 'key', key));
  if (data && !form.has('compression')) {
    const text = data.toString('latin1').replace(/<key>[^<]*<\/key>/, `<key>${key}</key>`);
    right.set('data', Buffer.from(text, 'latin1'));
  }
  return right;
};
