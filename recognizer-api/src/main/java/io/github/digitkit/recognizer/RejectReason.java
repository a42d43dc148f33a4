package io.github.digitkit.recognizer;

/** Why an answer should not be relied on. */
public enum RejectReason {
  /** No ink was found, or hardly any. */
  BLANK,
  /** There is ink, but the network takes it for something else than a digit. */
  NOT_A_DIGIT,
  /** Probably a digit, but it is not sure enough which. */
  UNSURE,
  /** Several digits stand side by side; read them as a number. */
  SEVERAL_DIGITS
}
