/** A button of a check run. GitHub refuses more than three, and what is longer than said here. */
export interface CheckButton {
  /** What GitHub tells us when it is pressed: 20 characters. */
  readonly identifier: string;
  /** What stands on it: 20 characters. */
  readonly label: string;
  /** 40 characters. */
  readonly description: string;
}

/** As the API takes it. */
export function fitting({ identifier, label, description }: CheckButton): CheckButton {
  return { identifier: identifier.slice(0, 20), label: label.slice(0, 20), description: description.slice(0, 40) };
}
