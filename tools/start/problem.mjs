/** A reason for which the work cannot go on, in words for the person who started it. */
export class Problem extends Error {
  name = 'Problem';

  /**
   * @param {string} message
   * @param {number} code what the process ends with: 1 for a failure, 2 for a wrong option
   */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}
