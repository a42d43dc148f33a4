// Asks the server to read pictures: live while drawing, and once more to keep the result.

import { api } from "./common.js";

const PATHS = { digit: "/recognitions", number: "/numbers" };
const RETRY_MILLISECONDS = 400;

/** Reads one picture. With `save` the answer has the id of its row in the history. */
export function read(picture, mode, { save = false, replaces = null, ...options } = {}) {
  const query = new URLSearchParams();
  if (save) {
    query.set("save", "true");
  }
  if (replaces) {
    query.set("replaces", replaces);
  }
  return api(`${PATHS[mode]}?${query}`, {
    method: "POST",
    headers: { "Content-Type": picture.type || "application/octet-stream" },
    body: picture,
    ...options,
  });
}

/**
 * Reads a drawing again and again while it grows. One request is under way at a time; what changes
 * meanwhile is read by the next, so that a slow line gets fewer requests, not a queue of them.
 */
export class LiveReader {
  #busy = false;
  #again = false;
  #epoch = 0;
  #take;
  #answered;
  #failed;

  /**
   * @param take gives { picture, mode } to read now, or null if there is nothing
   * @param answered gets each answer
   * @param failed gets each problem
   */
  constructor(take, answered, failed) {
    this.#take = take;
    this.#answered = answered;
    this.#failed = failed;
  }

  /** The drawing changed. */
  async changed() {
    this.#again = true;
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#readOnce();
      }
    } finally {
      this.#busy = false;
    }
  }

  /** Answers that are under way are no longer wanted. */
  forget() {
    this.#again = false;
    this.#epoch++;
  }

  async #readOnce() {
    const epoch = this.#epoch;
    const work = await this.#take();
    if (!work) {
      return;
    }
    try {
      const answer = await read(work.picture, work.mode);
      if (epoch === this.#epoch) {
        this.#answered(answer);
      }
    } catch (problem) {
      if (epoch !== this.#epoch) {
        return;
      }
      if (problem.status === 503 || problem.status === 429) {
        this.#again = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
      } else {
        this.#failed(problem);
      }
    }
  }
}
