/** The value of a JSON text, or null when it is not JSON (a schema then refuses it). */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
