/** Of a tour, the questions that are ticked, counted from 0 as they stand in its `ask`. */
export interface TickedOfTour {
  readonly tour: string;
  readonly questions: readonly number[];
}

/** The questions that the visitor means to ask. They last for the visit and are kept nowhere else. */
export class TickedQuestions {
  #tours = $state.raw<readonly TickedOfTour[]>([]);

  /** In the order in which the visitor came to the tours; their questions as they stand there. */
  get tours(): readonly TickedOfTour[] {
    return this.#tours;
  }

  get count(): number {
    return this.#tours.reduce((sum, { questions }) => sum + questions.length, 0);
  }

  has(tour: string, question: number): boolean {
    return this.#tours.some((each) => each.tour === tour && each.questions.includes(question));
  }

  /** Ticks a question, or takes the tick away. */
  toggle(tour: string, question: number): void {
    const before = this.#tours.find((each) => each.tour === tour)?.questions ?? [];
    const questions = before.includes(question)
      ? before.filter((each) => each !== question)
      : [...before, question].sort((a, b) => a - b);
    const is = (each: TickedOfTour): boolean => each.tour === tour;
    const tours = this.#tours.some(is)
      ? this.#tours.map((each) => (is(each) ? { tour, questions } : each))
      : [...this.#tours, { tour, questions }];
    this.#tours = tours.filter((each) => each.questions.length > 0);
  }

  readonly reset = (): void => {
    this.#tours = [];
  };
}
