package io.github.digitkit.nn.tensor;

/** A shape does not fit: the message names the place, what was expected and what was given. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected and what was given
   */
  public ShapeException(String message) {
    super(message);
  }

  /**
   * The same complaint with the place in front of it.
   *
   * @param place for example a layer's name
   * @return an exception whose message is {@code place: message}
   */
  public ShapeException in(String place) {
    ShapeException located = new ShapeException(place + ": " + getMessage());
    located.initCause(this);
    return located;
  }
}
