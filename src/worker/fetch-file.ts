import { deleteFile, isGone, storeFile } from './copies.ts';

export interface Answer {
  response: Response;
  /** Whether the response is about the file: it has it, or says that there is none. */
  isUsable: boolean;
  /** When it is kept, or deleted. */
  stored: Promise<void>;
}

/** Fetches a data file, and keeps it. One that is gone is deleted. Rejects if there is no answer. */
export async function fetchFile(request: Request): Promise<Answer> {
  const askedAt = Date.now();
  const response = await fetch(request);
  if (isGone(response)) return { response, isUsable: true, stored: deleteFile(request.url) };
  const nothing = Promise.resolve();
  if (!response.ok) return { response, isUsable: false, stored: nothing };
  const { headers, status } = response;
  // The line may break before the end.
  const text = await response.text();
  const isUsable = isJson(text);
  const stored = isUsable ? storeFile(request.url, text, askedAt) : nothing;
  return { response: new Response(text, { status, headers: headersOfText(headers) }), isUsable, stored };
}

/** The length and the encoding are those of the bytes that were sent. */
function headersOfText(headers: Headers): Headers {
  const changed = new Headers(headers);
  changed.delete('content-length');
  changed.delete('content-encoding');
  return changed;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
