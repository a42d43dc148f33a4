package io.github.digitkit.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line inside the test's process. */
final class Cli {
  private Cli() {}

  /**
   * What a run left.
   *
   * @param status the exit status
   * @param out all of standard output
   * @param err all of standard error
   */
  record Outcome(int status, String out, String err) {}

  static Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(status, out.toString(), err.toString());
  }
}
