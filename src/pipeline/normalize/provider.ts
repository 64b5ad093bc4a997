import type { Image } from '../../model/image.ts';
import type { Provider } from '../../model/provider.ts';
import type { FieldPath } from '../issue.ts';
import type { Context } from './context.ts';
import { PROVIDER_NAMES, warnOfMisspellings } from './fields.ts';
import { readImages } from './images.ts';
import { isReservedOnWindows } from './slug.ts';
import { describe, isMapping, readPlainText, spelling } from './values.ts';

const MAX_NAME = 200;
/** A name, not the number of a machine; and not so long that no folder could be named like it. */
const HOST = /^(?=.{1,200}$)(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
/** A logo is drawn 18 px wide on screens of up to twice the density. */
const SHARP_WIDTH = 36;

/** A provider: its name, its domain where it is a host, and the logo that suits best. */
export function readProvider(value: unknown, path: FieldPath, context: Context): Provider | undefined {
  const { report } = context;
  if (typeof value === 'string') {
    const name = readPlainText({ value, path, report }, MAX_NAME);
    return name === undefined ? undefined : { name };
  }
  if (!isMapping(value)) {
    report({
      severity: 'warning',
      path,
      code: 'bad-provider',
      message: `Expected a provider with a \`name\`, found ${describe(value)}.`,
    });
    return undefined;
  }
  warnOfMisspellings(value, path, PROVIDER_NAMES, report);
  const domain = readDomain(value.domain, [...path, 'domain'], context);
  const name = isGiven(value.name)
    ? (readPlainText({ value: value.name, path: [...path, 'name'], report }, MAX_NAME) ?? domain)
    : domain;
  if (name === undefined) {
    report({
      severity: 'warning',
      path,
      code: 'bad-provider',
      message: 'Expected a `name` or a `domain`; the provider has neither.',
    });
    return undefined;
  }
  const logo = isGiven(value.images)
    ? chooseLogo(readImages([{ name: 'images', value: value.images }], path, context))
    : undefined;
  return { name, ...(domain === undefined ? {} : { domain }), ...(logo === undefined ? {} : { logo }) };
}

/** A host: `cnn.com`, also where the file gives a whole address. */
function readDomain(value: unknown, path: FieldPath, { report }: Context): string | undefined {
  if (!isGiven(value)) return undefined;
  const text = spelling(value)?.trim() ?? '';
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : '';
  const isHost = HOST.test(host) && !text.includes('@');
  // Its page and its feed lie in folders of that name.
  if (isHost && !isReservedOnWindows(host)) return host;
  const message = `Expected a host such as cnn.com, found ${describe(value)}; the provider gets no page.`;
  report({ severity: 'warning', path, code: 'bad-domain', message });
  return undefined;
}

/** The smallest logo that is sharp, else the largest; without sizes, the first. */
function chooseLogo(logos: Image[]): Image | undefined {
  const bySize = logos.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0));
  return bySize.find(({ width = 0 }) => width >= SHARP_WIDTH) ?? bySize.at(-1);
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
