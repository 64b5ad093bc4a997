import type { Image } from '../../../../model/image.ts';
import type { Provider } from '../../../../model/provider.ts';
import type { FieldPath } from '../../../diagnostics/diagnostic.ts';
import { set } from '../../../util/defined.ts';
import { parseUrl } from '../values/clean-url.ts';
import { describeValue, scalarText } from '../values/describe-value.ts';
import { isMapping, readPlainText } from '../values/read-value.ts';
import type { Context } from './field-context.ts';
import { PROVIDER_NAMES, warnOfMisspellings } from './field-names.ts';
import { type FoundImage, findImages } from './images.ts';
import { isReservedOnWindows } from './slug.ts';

export const MAX_PROVIDER_NAME = 200;
/** A name, not the number of a machine; and not so long that no folder could be named like it. */
const HOST = /^(?=.{1,200}$)(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
/** A logo is drawn 18 px wide on screens of up to twice the density. */
const SHARP_WIDTH = 36;

/** A provider: its name, its domain where it is a host, and the logo that suits best. */
export function readProvider(value: unknown, path: FieldPath, context: Context): Provider | undefined {
  const { report } = context;
  if (typeof value === 'string') {
    const name = readPlainText({ value, path, report }, MAX_PROVIDER_NAME);
    return name === undefined ? undefined : { name };
  }
  if (!isMapping(value)) {
    report({
      severity: 'warning',
      path,
      code: 'bad-provider',
      message: `Expected a provider with a \`name\`, found ${describeValue(value)}.`,
    });
    return undefined;
  }
  warnOfMisspellings(value, path, PROVIDER_NAMES, report);
  const domain = readDomain(value.domain, [...path, 'domain'], context);
  const name = isGiven(value.name)
    ? (readPlainText({ value: value.name, path: [...path, 'name'], report }, MAX_PROVIDER_NAME) ?? domain)
    : domain;
  if (name === undefined) {
    report({
      severity: 'warning',
      path,
      code: 'bad-provider',
      message: 'Expected a `name` or a `domain` of the provider, found neither.',
    });
    return undefined;
  }
  const provider: Provider = { name };
  set(provider, 'domain', domain);
  set(provider, 'logo', isGiven(value.images) ? readLogo(value.images, path, context) : undefined);
  return provider;
}

/** A host: `cnn.com`, also where the file gives a whole address. */
function readDomain(value: unknown, path: FieldPath, { report }: Context): string | undefined {
  if (!isGiven(value)) return undefined;
  const host = parseHost(scalarText(value)?.trim() ?? '');
  if (host !== undefined) return host;
  const message = `Expected a host such as cnn.com, found ${describeValue(value)}; the provider gets no page.`;
  report({ severity: 'warning', path, code: 'bad-domain', message });
  return undefined;
}

/** The logo that suits best. Those that are not chosen may be as large as they like. */
function readLogo(value: unknown, path: FieldPath, context: Context): Image | undefined {
  const logo = chooseLogo(findImages([{ name: 'images', value }], path, context));
  if (logo?.warning) context.report(logo.warning);
  return logo?.image;
}

const hosts = new Map<string, string | undefined>();
const MAX_HOSTS = 10_000;

/** Thousands of stories name the same few. */
function parseHost(text: string): string | undefined {
  if (hosts.has(text)) return hosts.get(text);
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const name = parseUrl(address)?.hostname.replace(/\.$/, '') ?? '';
  // Its page and its feed lie in folders of that name.
  const host = HOST.test(name) && !isReservedOnWindows(name) && !text.includes('@') ? name : undefined;
  if (hosts.size < MAX_HOSTS) hosts.set(text, host);
  return host;
}

/** The smallest logo that is sharp, else the largest; without sizes, the first. */
function chooseLogo(logos: FoundImage[]): FoundImage | undefined {
  const widthOf = ({ image }: FoundImage): number => image.width ?? 0;
  const bySize = logos.toSorted((a, b) => widthOf(a) - widthOf(b));
  return bySize.find((logo) => widthOf(logo) >= SHARP_WIDTH) ?? bySize.at(-1);
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
