package io.github.digitkit.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The commands by name, in the order in which help lists them; a class is loaded only when made.
 */
final class Commands {
  private static final Map<String, Supplier<Object>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("summary", SummaryCommand::new);
    BY_NAME.put("fetch", FetchCommand::new);
    BY_NAME.put("train", TrainCommand::new);
    BY_NAME.put("combine", CombineCommand::new);
    BY_NAME.put("evaluate", EvaluateCommand::new);
    BY_NAME.put("recognize", RecognizeCommand::new);
    BY_NAME.put("judge", JudgeCommand::new);
    BY_NAME.put("study", StudyCommand::new);
    BY_NAME.put("curve", CurveCommand::new);
    BY_NAME.put("serve", ServeCommand::new);
    BY_NAME.put("bench", BenchCommand::new);
    BY_NAME.put("version", VersionCommand::new);
  }

  private Commands() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  static Object create(String name) {
    Supplier<Object> maker = BY_NAME.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("no command is called " + name);
    }
    return maker.get();
  }
}
