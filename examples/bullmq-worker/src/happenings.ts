/** Lets code wait for a state that events bring about, without asking again and again. */
export class Happenings {
  readonly #checks = new Set<() => void>();

  /** Says that something has changed. */
  happened(): void {
    for (const check of this.#checks) check();
  }

  /** Waits until a condition holds, which is looked at whenever something has changed. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!holds()) return;
        this.#checks.delete(check);
        resolve();
      };
      this.#checks.add(check);
      check();
    });
  }
}
