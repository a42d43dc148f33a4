package io.github.digitkit.web.api;

import io.github.digitkit.web.http.Problem;
import io.github.digitkit.web.http.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Row ids in paths and queries. */
final class Ids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /**
   * Reads an id.
   *
   * @throws ProblemException if it has not the form of one; the same as for one that is not there
   */
  static UUID parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw missing();
    }
    return UUID.fromString(text);
  }

  /** Not there, or somebody else's. */
  static ProblemException missing() {
    return new ProblemException(Problem.notFound("Your history has no such entry."));
  }
}
