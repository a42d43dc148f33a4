package io.github.digitkit.cli;

import java.util.List;

/** The commands by name; a class is loaded only when its command is made. */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "summary",
          "fetch",
          "train",
          "combine",
          "evaluate",
          "recognize",
          "judge",
          "study",
          "curve",
          "serve",
          "bench",
          "version");

  private Commands() {}

  /** In the order in which help lists them. */
  static List<String> names() {
    return NAMES;
  }

  // A switch, because a map of constructors would load every command to get at one.
  static Object create(String name) {
    return switch (name) {
      case "summary" -> new SummaryCommand();
      case "fetch" -> new FetchCommand();
      case "train" -> new TrainCommand();
      case "combine" -> new CombineCommand();
      case "evaluate" -> new EvaluateCommand();
      case "recognize" -> RecognizeCommand.spec();
      case "judge" -> new JudgeCommand();
      case "study" -> new StudyCommand();
      case "curve" -> new CurveCommand();
      case "serve" -> new ServeCommand();
      case "bench" -> new BenchCommand();
      case "version" -> new VersionCommand();
      default -> throw new IllegalArgumentException("no command is called " + name);
    };
  }
}
