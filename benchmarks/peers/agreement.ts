/** The first message on which a contender decides otherwise, as a sentence; undefined for none. */
export async function findDisagreement<M, T>(
  messages: readonly M[],
  expected: readonly T[],
  call: (message: M) => T | Promise<T>,
): Promise<string | undefined> {
  for (const [at, message] of messages.entries()) {
    const found = await attempt(call, message);
    if ("error" in found) return `on message ${at}: ${found.error}`;
    if (found.value !== expected[at]) {
      return `on message ${at}: ${tell(found.value)} instead of ${tell(expected[at])}`;
    }
  }
  return undefined;
}

/** For this package's own contenders: a figure of one that is wrong must never be printed. */
export async function mustAgree<M, T>(
  name: string,
  messages: readonly M[],
  expected: readonly T[],
  call: (message: M) => unknown,
): Promise<void> {
  const disagreement = await findDisagreement<M, unknown>(messages, expected, call);
  if (disagreement !== undefined) throw new Error(`${name} decides otherwise ${disagreement}`);
}

async function attempt<M, T>(
  call: (message: M) => T | Promise<T>,
  message: M,
): Promise<{ readonly value: T } | { readonly error: string }> {
  try {
    return { value: await call(message) };
  } catch (error) {
    return { error: String(error) };
  }
}

function tell(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 100) ?? "undefined";
}
