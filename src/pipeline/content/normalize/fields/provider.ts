import type { Image } from '../../../../model/image.ts';
import type { Provider } from '../../../../model/provider.ts';
import type { FieldPath } from '../../../diagnostics/diagnostic.ts';
import { set } from '../../../util/defined.ts';
import { PROVIDER_NAMES } from '../names/field-names.ts';
import { warnOfMisspellings } from '../names/misspellings.ts';
import { parseUrl } from '../values/clean-url.ts';
import { describeValue, scalarText } from '../values/describe-value.ts';
import { isMapping, readPlainText } from '../values/read-value.ts';
import type { FieldContext } from './field-context.ts';
import { type FoundImage, findImages } from './images.ts';
import { isReservedOnWindows } from './slug.ts';

export const MAX_PROVIDER_NAME = 200;
/** A host name, not an IP address, and short enough for a folder name. */
const HOST = /^(?=.{1,200}$)(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
/** A logo is displayed 18 px wide; twice that is sharp on high-density screens. */
const SHARP_WIDTH = 36;

/** Reads a provider: its name, its domain if that is a host name, and the best logo. */
export function readProvider(value: unknown, path: FieldPath, context: FieldContext): Provider | undefined {
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
  const name = hasValue(value.name)
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
  set(provider, 'logo', hasValue(value.images) ? readLogo(value.images, path, context) : undefined);
  return provider;
}

/** Reads a host name such as `cnn.com`, also from a full URL. */
function readDomain(value: unknown, path: FieldPath, { report }: FieldContext): string | undefined {
  if (!hasValue(value)) return undefined;
  const host = parseHost(scalarText(value)?.trim() ?? '');
  if (host !== undefined) return host;
  const message = `Expected a host such as cnn.com, found ${describeValue(value)}; the provider has no page.`;
  report({ severity: 'warning', path, code: 'bad-domain', message });
  return undefined;
}

/** Reads the best logo. Warnings about other logos are not reported. */
function readLogo(value: unknown, path: FieldPath, context: FieldContext): Image | undefined {
  const logo = chooseLogo(findImages([{ name: 'images', value }], path, context));
  if (logo?.warning) context.report(logo.warning);
  return logo?.image;
}

const cache = new Map<string, string | undefined>();
const MAX_CACHED = 10_000;

/** Parses a host name, with a cache: thousands of stories have the same few providers. */
function parseHost(text: string): string | undefined {
  if (cache.has(text)) return cache.get(text);
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const name = parseUrl(address)?.hostname.replace(/\.$/, '') ?? '';
  // The folder of the provider's page has this name.
  const host = HOST.test(name) && !isReservedOnWindows(name) && !text.includes('@') ? name : undefined;
  if (cache.size < MAX_CACHED) cache.set(text, host);
  return host;
}

/** The smallest logo that is sharp, else the largest; without sizes, the last. */
function chooseLogo(logos: FoundImage[]): FoundImage | undefined {
  const widthOf = ({ image }: FoundImage): number => image.width ?? 0;
  const bySize = logos.toSorted((a, b) => widthOf(a) - widthOf(b));
  return bySize.find((logo) => widthOf(logo) >= SHARP_WIDTH) ?? bySize.at(-1);
}

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
