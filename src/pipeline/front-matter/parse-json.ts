import { type ParsedValues, parseYaml } from './parse-yaml.ts';

/**
 * JSON is YAML as well, and the YAML parser sees doubled keys and keeps the spelling of numbers, which `JSON.parse`
 * loses. But it takes more than JSON, so `JSON.parse` has to agree first.
 */
export function parseJson(source: string): ParsedValues {
  try {
    JSON.parse(source);
  } catch (error) {
    if (error instanceof RangeError) {
      return { code: 'too-deep', fault: 'The front matter is nested too deeply.', line: 0, column: 0 };
    }
    return { code: 'json-syntax', fault: 'The JSON cannot be read.', ...placeOf(error, source) };
  }
  const parsed = parseYaml(source);
  return 'fault' in parsed ? { ...parsed, fault: parsed.fault.replace('YAML', 'JSON') } : parsed;
}

/** The engine's message quotes the source, so only its number is used. */
function placeOf(error: unknown, source: string): { line: number; column: number } {
  const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
  const lines = source.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}
