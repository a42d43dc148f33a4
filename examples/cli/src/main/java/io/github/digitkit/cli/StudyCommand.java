package io.github.digitkit.cli;

import io.github.digitkit.cli.study.KindResult;
import io.github.digitkit.cli.study.KindStudy;
import io.github.digitkit.cli.study.NumberStudy;
import io.github.digitkit.cli.study.PageResult;
import io.github.digitkit.cli.study.PageStudy;
import io.github.digitkit.mnist.Split;
import io.github.digitkit.train.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Measures the recogniser on digits redrawn as many kinds of pictures. */
@Command(
    name = "study",
    description = {
      "Redraw labelled digits as the kinds of pictures that people send (sizes, pens, papers, light,"
          + " neighbours ...) and measure how each kind is read.",
      "The digits are the last of the training split, which the bundled weights were not trained on;"
          + " never the test set, for image handling is chosen by this."
    })
final class StudyCommand extends CliCommand {
  /** Numbers are set of the digits that the bundled weights were not trained on. */
  private static final int NUMBERS_OF = 5000;

  private static final String RESULT = "   right  refused  wrong acc";
  private static final String PAGE_RESULT = "   found    wrong  all right";

  @Mixin private DataOptions data = new DataOptions();

  private final RecognizerOptions options = new RecognizerOptions();

  @Mixin
  @SuppressWarnings("unused") // picocli reads it
  private CommandSpec optionSpec = options.spec;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many pictures of each kind (default ${DEFAULT-VALUE}).")
  private int count = 300;

  @Option(
      names = "--kind",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only kinds whose name or group contains this.")
  private String wanted = "";

  @Option(
      names = "--format",
      paramLabel = "png|jpeg",
      defaultValue = "png",
      description = "How the pictures are encoded (default ${DEFAULT-VALUE}).")
  private String format = "png";

  @Option(
      names = "--numbers",
      description = {
        "Study whole numbers, set of these digits, instead of single digits. Refused are then those"
            + " of a confidence below 0.9."
      })
  private boolean numbers;

  @Option(
      names = "--pages",
      description = {
        "Study whole pages of such numbers: the share of the digits found and read right, what was"
            + " read that is not there, and the share of pages without error."
      })
  private boolean pages;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Of what numbers are chosen and drawn (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = {
        "Keep some misread pictures of each kind, with what the network saw; of numbers, all"
            + " pictures with an index.csv that judge reads."
      })
  private @Nullable Path samples;

  /** Studies one kind of pictures and gives three shares, the first of which counts most. */
  private interface Study {
    double[] shares(int kind) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    if (count < 1) {
      throw wrongUsage("--count must be at least 1, got " + count);
    }
    if (numbers && pages) {
      throw wrongUsage("--numbers and --pages are two studies: choose one");
    }
    Dataset all = data.load(Split.TRAIN, err()).digits();
    if (numbers) {
      NumberStudy study =
          new NumberStudy(options.load(commandLine()), unseen(all), count, seed, samples);
      printAll(RESULT, NumberStudy.kinds(), kind -> shares(study.study(kind, format)));
    } else if (pages) {
      PageStudy study =
          new PageStudy(options.load(commandLine()), unseen(all), count, seed, samples);
      printAll(PAGE_RESULT, PageStudy.kinds(), kind -> shares(study.study(kind, format)));
    } else {
      Dataset digits = all.range(Math.max(0, all.size() - count), all.size());
      KindStudy study = new KindStudy(options.load(commandLine()), digits, samples);
      printAll(RESULT, KindStudy.kinds(), kind -> shares(study.study(kind, format)));
    }
    return DONE;
  }

  private static Dataset unseen(Dataset all) {
    return all.range(Math.max(0, all.size() - NUMBERS_OF), all.size());
  }

  private static double[] shares(KindResult result) {
    return new double[] {result.rightShare(), result.refusedShare(), result.wronglyAcceptedShare()};
  }

  private static double[] shares(PageResult result) {
    return new double[] {result.foundShare(), result.wrongShare(), result.rightShare()};
  }

  private void printAll(String columns, List<String> kinds, Study study) throws IOException {
    if (kinds.stream().noneMatch(kind -> kind.contains(wanted))) {
      throw wrongUsage("--kind: no kind contains '" + wanted + "'");
    }
    out().printf("%-58s%s%n", "kind", columns);
    double sum = 0;
    int studied = 0;
    for (int kind = 0; kind < kinds.size(); kind++) {
      if (kinds.get(kind).contains(wanted)) {
        double[] shares = study.shares(kind);
        print(kinds.get(kind), shares);
        sum += shares[0];
        studied++;
      }
    }
    out().printf(Locale.ROOT, "%-58s%8.2f%n", "mean of " + studied, 100 * sum / studied);
  }

  private void print(String name, double[] shares) {
    out()
        .printf(
            Locale.ROOT,
            "%-58s%8.2f%9.2f%11.2f%n",
            name,
            100 * shares[0],
            100 * shares[1],
            100 * shares[2]);
    out().flush();
  }
}
